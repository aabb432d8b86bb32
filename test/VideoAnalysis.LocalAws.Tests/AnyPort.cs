using System.Net;
using Microsoft.AspNetCore.Hosting;

namespace VideoAnalysis.LocalAws.Tests;

/// <summary>A server for a test: on loopback, on a port that is free.</summary>
internal static class AnyPort
{
    public static void ConfigureKestrelOnAnyPort(this IWebHostBuilder builder) =>
        builder.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
}
