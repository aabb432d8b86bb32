using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// --dry runs each benchmark once, to see that it still runs; what it prints then measures nothing.
var job = args.Contains("--dry") ? Job.Dry : Job.ShortRun;
BenchmarkSwitcher
    .FromAssembly(typeof(Program).Assembly)
    .Run(
        [.. args.Where(argument => argument != "--dry"), "--filter", "*"],
        DefaultConfig.Instance
            .AddJob(job.WithToolchain(InProcessEmitToolchain.Instance))
            .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "results")));
