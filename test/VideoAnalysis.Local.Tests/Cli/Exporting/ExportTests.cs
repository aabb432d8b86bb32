using System.Globalization;
using System.Text;
using CsCheck;
using Microsoft.AspNetCore.Http;
using Parquet;
using Parquet.Schema;
using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Local.Cli.Client;
using VideoAnalysis.Local.Cli.Exporting;
using VideoAnalysis.Local.Tests.Api;
using VideoAnalysis.Local.Tests.Cli.Client;
using VideoAnalysis.Testing;
using VideoAnalysis.Testing.Engine;
using VideoAnalysis.Testing.Weather;

namespace VideoAnalysis.Local.Tests.Cli.Exporting;

[Slow]
public sealed class ExportTests : IDisposable
{
    private static readonly FaceAnalysis Faces = new(FaceAttributes.Default);
    private static readonly AnalysisRegistry Registry = new(Faces, new WeatherAnalysis());

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Output => Path.Combine(_folder.Path, "export");

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 300_000)]
    public async Task What_is_exported_is_what_the_pages_of_the_api_give() =>
        await Gen.Int[0, 2_500].List[1, 4].SampleAsync(
            async counts =>
            {
                await using var api = await ContractSystem.StartAsync();
                foreach (var (i, count) in counts.Index())
                {
                    await AnalyseAsync(api, KeyOf(i), Some.Faces(count, seed: i + 1), i + 1);
                }

                var folder = Path.Combine(_folder.Path, Guid.NewGuid().ToString());
                await ExportAsync(api, new ParquetExport(folder, Registry, mostRows: 1_000));
                var lines = await ExportAsync(api, new JsonRows());
                var table = await ExportAsync(api, new CsvRows(Faces));

                var detections = new List<string>();
                var rows = new List<string> { $"video,{string.Join(',', Faces.Columns)}" };
                foreach (var (i, _) in counts.Index().Reverse())
                {
                    detections.AddRange((await PagesAsync(api, KeyOf(i), "ndjson"))
                        .Select(line => $$"""{"video":"{{KeyOf(i)}}","analysis":"faces",{{line[1..]}}"""));
                    rows.AddRange((await PagesAsync(api, KeyOf(i), "csv")).Skip(1));
                }

                Assert.Equal(detections, lines.Split('\n')[..^1]);
                Assert.Equal(rows, table.Split("\r\n")[..^1]);
                Assert.Equal(rows.Skip(1), await ReadParquetAsync(folder));
            },
            iter: 6,
            threads: 1);

    [Fact(Timeout = 60_000)]
    public async Task An_export_to_a_file_that_was_interrupted_goes_on_where_it_was()
    {
        await using var api = await LibraryAsync(3);
        await using (var export = TextExport.ToFile(new JsonRows(), Output))
        {
            await Assert.ThrowsAsync<InvalidDataException>(
                () => ExportAsync(api, new InterruptedExport(export, results: 2, _folder.Path), dispose: false));
        }

        await File.AppendAllTextAsync(Output, "half a li", Token);
        await ExportAsync(api, TextExport.ToFile(new JsonRows(), Output));

        Assert.Equal(await ExportAsync(api, new JsonRows()), await File.ReadAllTextAsync(Output, Token));
        Assert.False(File.Exists(Output + ".progress"));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_folder_of_parquet_that_was_interrupted_goes_on_with_whole_files()
    {
        await using var api = await LibraryAsync(4);
        await using (var export = new ParquetExport(Output, Registry, mostRows: 1))
        {
            await Assert.ThrowsAsync<InvalidDataException>(
                () => ExportAsync(api, new InterruptedExport(export, results: 2, _folder.Path), dispose: false));
        }

        Assert.False(ParquetExport.IsWhole(Output));
        await ExportAsync(api, new ParquetExport(Output, Registry, mostRows: 1));

        Assert.True(ParquetExport.IsWhole(Output));
        Assert.Equal(4, Directory.GetFiles(Path.Combine(Output, "analysis=faces"), "part-*.parquet").Length);
        Assert.Equal((await ExportAsync(api, new CsvRows(Faces))).Split("\r\n")[1..^1].Order(),
            (await ReadParquetAsync(Output)).Order());
    }

    [Fact(Timeout = 60_000)]
    public async Task Only_videos_below_the_prefix_and_analyses_that_succeeded_are_exported()
    {
        await using var api = await LibraryAsync(2);
        await api.Domain.UploadAsync(Some.Upload("running.mp4", 9));

        var some = await ExportAsync(api, new JsonRows(), "b");

        Assert.All(some.Split('\n')[..^1], line =>
            Assert.StartsWith($$"""{"video":"{{KeyOf(1)}}",""", line, StringComparison.Ordinal));
        Assert.NotEmpty(some);
    }

    [Fact(Timeout = 300_000)]
    public async Task A_million_detections_are_exported_in_flat_memory()
    {
        const int Pages = 100;
        const int Lines = 10_000;
        await using var api = await FakeApi.StartedAsync();
        var page = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(
            """{"timestamp":500,"appearance":1,"confidence":99.5,"boundingBox":{"left":0.1,"top":0.2,"width":0.3""" +
            ""","height":0.4}}""" + "\n", Lines)));
        var asked = 0;
        api.Answer = async context =>
        {
            if (context.Request.Path == "/results")
            {
                await context.Response.WriteAsync("""
                    {"videos": [{
                      "key": "film.mp4", "status": "SUCCEEDED", "uploadedAt": "2026-03-01T12:00:00Z",
                      "analyses": {"faces":{"status":"SUCCEEDED"}}
                    }]}
                    """);
                return;
            }

            var isLast = Interlocked.Increment(ref asked) == Pages;
            if (!isLast)
            {
                context.Response.Headers.Link = $"<{context.Request.Path}?next={asked}>; rel=\"next\"";
            }

            await context.Response.Body.WriteAsync(page);
            await context.Response.Body.WriteAsync(isLast ? [] : "{\"next\":\"x\"}\n"u8.ToArray());
        };
        var (before, peak) = (GC.GetTotalMemory(forceFullCollection: true), 0L);
        var counted = new CountedExport(new ParquetExport(Output, Registry), () =>
            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true)));
        using var client = new ApiClient(api.Endpoint, new OpenAccess(), TimeProvider.System);

        await using (counted)
        {
            await new ExportRun(client, counted, TextWriter.Null).RunAsync(["faces"], null, Token);
        }

        Measured.Report($"Export: {Pages * Lines:N0} detections as Parquet, at most {peak - before:N0} bytes of " +
            $"memory in use, {new FileInfo(Path.Combine(Output, "analysis=faces", "part-00001.parquet")).Length:N0} " +
            "bytes of file");
        Assert.Equal(Pages * Lines, (await ReadParquetAsync(Output)).Count);
        Assert.InRange(peak - before, 0, 150_000_000);
    }

    private static string KeyOf(int i) => $"{(char)('a' + i)}/film ü {i}.mp4";

    private static async Task<ContractSystem> LibraryAsync(int videos)
    {
        var api = await ContractSystem.StartAsync();
        for (var i = 0; i < videos; i++)
        {
            await AnalyseAsync(api, KeyOf(i), Some.Faces(10 + i, seed: i + 1), i + 1);
        }

        return api;
    }

    private static async Task AnalyseAsync(
        ContractSystem api, string key, IReadOnlyList<FaceDetection> faces, int sequencer)
    {
        await api.Domain.UploadAsync(Some.Upload(key, sequencer));
        var jobId = api.Domain.Engine.Running[^1];
        api.Domain.Engine.Succeed(jobId, faces);
        await api.Domain.CompleteAsync(jobId);
    }

    private static async Task<string> ExportAsync(ContractSystem api, ITextRows rows, string? prefix = null)
    {
        using var output = new MemoryStream();
        await ExportAsync(api, new TextExport(rows, output, progress: null), prefix: prefix);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static async Task ExportAsync(
        ContractSystem api, IExport export, bool dispose = true, string? prefix = null)
    {
        using var client = new ApiClient(api.Address, new OpenAccess(), TimeProvider.System);
        await new ExportRun(client, export, TextWriter.Null).RunAsync(["faces"], prefix, Token);
        if (dispose)
        {
            await export.DisposeAsync();
        }
    }

    /// <summary>The API's pages of a result, of odd sizes, as one text without what names the next page.</summary>
    private static async Task<List<string>> PagesAsync(ContractSystem api, string key, string format)
    {
        var end = format == "csv" ? "\r\n" : "\n";
        var lines = new List<string>();
        var next = "";
        do
        {
            var page = await api.CallAsync(
                "GET /results/{video}",
                $"/results/-?video={Uri.EscapeDataString(key)}&analysis=faces&format={format}&limit=777{next}");
            var all = page.Body.Split(end)[..^1].Skip(lines.Count > 0 && format == "csv" ? 1 : 0).ToList();
            var isLast = !page.Headers.TryGetValue("Link", out var link);
            lines.AddRange(isLast ? all : all[..^1]);
            next = isLast ? null : $"&next={link!.Split("next=")[1].Split('&', '>')[0]}";
        }
        while (next is not null);

        return lines;
    }

    /// <summary>The rows of all files, as the CSV has them.</summary>
    private static async Task<List<string>> ReadParquetAsync(string folder)
    {
        var rows = new List<string>();
        foreach (var file in Directory.GetFiles(folder, "part-*.parquet", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal))
        {
            await using var reader = await ParquetReader.CreateAsync(file, cancellationToken: Token);
            for (var i = 0; i < reader.RowGroupCount; i++)
            {
                using var group = reader.OpenRowGroupReader(i);
                var columns = new List<string[]>();
                foreach (var field in reader.Schema.DataFields)
                {
                    columns.Add(await ReadAsync(group, field));
                }

                rows.AddRange(Enumerable.Range(0, (int)group.RowCount)
                    .Select(row => string.Join(',', columns.Select(column => column[row]))));
            }
        }

        return rows;
    }

    private static async Task<string[]> ReadAsync(ParquetRowGroupReader group, DataField field)
    {
        if (field.ClrType == typeof(ReadOnlyMemory<char>))
        {
            var texts = new string?[group.RowCount];
            await group.ReadAsync(field, texts.AsMemory()!, cancellationToken: Token);
            return [.. texts.Select(text => text ?? "")];
        }

        return field.ClrType == typeof(long) ? await ReadAsync<long>(group, field)
            : field.ClrType == typeof(float) ? await ReadAsync<float>(group, field)
            : [.. (await ReadAsync<bool>(group, field)).Select(text => text.ToLowerInvariant())];
    }

    private static async Task<string[]> ReadAsync<T>(ParquetRowGroupReader group, DataField field)
        where T : struct
    {
        var values = new T?[group.RowCount];
        await group.ReadAsync<T>(field, values.AsMemory(), cancellationToken: Token);
        return [.. values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")];
    }
}
