/**
 * What a terminal shows around a listing that somebody copies from it: the prompt, with the command behind it or without.
 *
 * Looked for only in lines that a listing does not explain.
 */

/** `[PS] C:\Windows\system32>Get-Queue`, `PS C:\> …`, `root@mail:~# mailq`, `[root@mail ~]$ mailq`, `mail:/etc # mailq`, `$ mailq` */
const prompts: readonly RegExp[] = [
  /^(?:\[PS\] ?|PS )?[A-Z]:\\[^<>|"]{0,250}> ?/i,
  /^PS [^<>|"]{0,250}> /,
  /^[([]?[\w.-]{1,64}@[\w.-]{1,64}[ :][^#$%>]{0,250}[#$%>](?: |$)/,
  /^[\w.-]{1,64}:[~/][^#$%>]{0,250}[#$%>](?: |$)/,
  /^[#$%>](?: (?:sudo )?[\w/].*)?$/,
];

/** Whether the line is a prompt, or a command behind one. */
export function isShellPrompt(line: string): boolean {
  const text = line.trim();
  return prompts.some((prompt) => prompt.test(text));
}
