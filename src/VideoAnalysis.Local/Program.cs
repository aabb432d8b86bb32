using VideoAnalysis.Local.Cli;

return await CommandLine.RunAsync(args);
