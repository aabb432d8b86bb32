using System.Net;
using System.Text.Json;
using VideoAnalysis.LocalAws.Tests.S3;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Local.Tests.Page;

/// <summary>
/// A page on another origin, in a real browser, that tries to use the local stack of whoever looks at it.
/// </summary>
[Collection(PageGroup.Name)]
[Slow]
public sealed class CrossOriginTests(BrowserFixture browser)
{
    /// <summary>
    /// Each way answers what it got. Whatever is not "nothing" is a leak. HTTP's own words are none: a page sees none
    /// of an answer that it may not read.
    /// </summary>
    private const string Ways =
        """
        async ([s3, key]) => {
          const video = `${s3}videos/${key}`;
          const read = async (url, init) => {
            const answer = await fetch(url, init);
            return answer.type === 'opaque' ? 'sent' : await answer.text();
          };
          const embedded = (tag, name, event = 'load') => new Promise(done => {
            const element = document.createElement(tag);
            element.addEventListener(event, () => done('embedded'));
            element.addEventListener('error', () => done('nothing'));
            if (tag === 'link') element.rel = 'stylesheet';
            element[name] = video;
            document.body.append(element);
            setTimeout(() => done('nothing'), 3000);
          });
          const form = (action, type, fields) => new Promise(done => {
            const frame = document.createElement('iframe');
            frame.name = `frame${Math.random()}`;
            document.body.append(frame);
            const form = document.createElement('form');
            Object.assign(form, { action, method: 'POST', enctype: type, target: frame.name });
            for (const [name, value] of Object.entries(fields)) {
              const field = document.createElement('input');
              Object.assign(field, { name, value, type: 'hidden' });
              form.append(field);
            }
            document.body.append(form);
            form.submit();
            setTimeout(() => {
              let text;
              try { text = frame.contentDocument?.body?.textContent; } catch { }
              done(text || 'nothing');
            }, 1500);
          });
          const inFrame = (url, sandbox) => new Promise(done => {
            const frame = document.createElement('iframe');
            if (sandbox) frame.sandbox = sandbox;
            addEventListener('message', message => { if (message.source === frame.contentWindow) done('script ran'); });
            frame.src = url;
            document.body.append(frame);
            setTimeout(() => {
              let text;
              try { text = frame.contentDocument?.body?.textContent; } catch { }
              done(text || 'nothing');
            }, 1500);
          });
          const json = (target, body) => ({
            method: 'POST',
            headers: { 'X-Amz-Target': target, 'Content-Type': 'application/x-amz-json-1.1' },
            body: JSON.stringify(body) });
          const ways = {
            'read an object': () => read(video),
            'read a range': () => read(video, { headers: { Range: 'bytes=0-3' } }),
            'read a list': () => read(`${s3}videos?list-type=2`),
            'read the buckets': () => read(s3),
            'read as a file with credentials': () => read(video, { credentials: 'include' }),
            'ask for the head': () => read(video, { method: 'HEAD' }),
            'read without CORS': () => read(video, { mode: 'no-cors' }),
            'write an object': () => read(`${s3}videos/planted.mp4`, { method: 'PUT', body: 'x' }),
            'delete the object': () => read(video, { method: 'DELETE' }),
            'delete by a list': () => read(`${s3}videos?delete`, {
              method: 'POST', mode: 'no-cors', body: `<Delete><Object><Key>${key}</Key></Object></Delete>` }),
            'delete the bucket': () => read(`${s3}videos`, { method: 'DELETE' }),
            'begin an upload without CORS': () =>
              read(`${s3}videos/planted.mp4?uploads`, { method: 'POST', mode: 'no-cors' }),
            'upload by a form': () => form(`${s3}videos`, 'multipart/form-data', { key: 'planted.mp4', file: 'x' }),
            'delete by a form': () =>
              form(`${s3}videos?delete`, 'text/plain', { '<Delete><Object><Key>': `${key}</Key></Object></Delete>` }),
            'send a message': () => read(s3, json('AmazonSQS.SendMessage', {
              QueueUrl: `${s3}0/Backlog`, MessageBody: '{"key":"planted.mp4"}' })),
            'start a job': () => read(s3, json('RekognitionService.StartFaceDetection', {
              Video: { S3Object: { Bucket: 'videos', Name: key } } })),
            'embed as an image': () => embedded('img', 'src'),
            'embed as a video': () => embedded('video', 'src', 'loadedmetadata'),
            'embed as a script': () => embedded('script', 'src'),
            'embed as a style': () => embedded('link', 'href'),
            'frame the uploaded page': () => inFrame(`${s3}videos/page.html`),
            'frame the video as a page': () =>
              inFrame(`${video}?X-Amz-Signature=0&response-content-type=text/html`, 'allow-scripts allow-same-origin'),
            'send a beacon': async () => {
              navigator.sendBeacon(`${s3}videos?delete`, `<Delete><Object><Key>${key}</Key></Object></Delete>`);
              return 'nothing';
            },
            'send the beacon as a message': async () => {
              navigator.sendBeacon(s3, new Blob(['{}'], { type: 'text/plain' }));
              return 'nothing';
            },
          };
          const got = {};
          for (const [name, way] of Object.entries(ways)) got[name] = await way().catch(() => 'nothing');
          return JSON.stringify(got);
        }
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 180_000)]
    public async Task A_page_on_another_origin_reads_writes_starts_and_deletes_nothing()
    {
        await using var stack = await StackUnderTest.StartedAsync(new CrowdEngine());
        var film = await File.ReadAllBytesAsync(VideoAnalysis.Testing.SampleVideos.Astronaut, Token);
        await stack.PutAsync("secret.bin", film, Token);
        using var s3 = SdkClients.S3(stack.Services);
        await s3.PutObjectAsync(
            new()
            {
                BucketName = "videos", Key = "page.html", ContentType = "text/html",
                ContentBody = "<script>parent.postMessage(document.body.textContent, '*')</script>secret",
            },
            Token);
        using var other = new HttpListener();
        var address = Listen(other);
        _ = ServeAsync(other);
        await using var page = await browser.OpenAsync(stack, address);

        var answer = await page.Tab.EvaluateAsync<string>(Ways, new[] { stack.Services.AbsoluteUri, "secret.bin" });

        using var got = JsonDocument.Parse(answer);
        var ways = got.RootElement.EnumerateObject().ToDictionary(way => way.Name, way => way.Value.GetString());
        Assert.InRange(ways.Count, 20, 30);
        Assert.All(ways, way => Assert.Equal((way.Key, "nothing"), (way.Key, way.Value)));
        var left = await s3.ListObjectsV2Async(new() { BucketName = "videos" }, Token);
        Assert.Equal(["page.html", "secret.bin"], left.S3Objects.Select(stored => stored.Key));
        Assert.Empty((await s3.ListMultipartUploadsAsync("videos", Token)).MultipartUploads ?? []);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_page_that_was_uploaded_runs_no_script_on_the_origin_of_the_port()
    {
        await using var stack = await StackUnderTest.StartedAsync(new CrowdEngine());
        using var s3 = SdkClients.S3(stack.Services);
        await s3.PutObjectAsync(
            new() { BucketName = "videos", Key = "page.html", ContentType = "text/html",
                ContentBody = "<script>document.title = 'ran'</script><p>text" },
            Token);

        await using var page = await browser.OpenAsync(stack, new Uri(stack.Services, "videos/page.html").AbsoluteUri);

        Assert.Equal("text", await page["p"].TextContentAsync());
        Assert.NotEqual("ran", await page.Tab.TitleAsync());
    }

    private static string Listen(HttpListener listener)
    {
        using var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        var address = $"http://localhost:{port}/";
        listener.Prefixes.Add(address);
        listener.Start();
        return address;
    }

    private static async Task ServeAsync(HttpListener listener)
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                context.Response.ContentType = "text/html";
                await context.Response.OutputStream.WriteAsync(
                    "<!doctype html><title>evil</title><body>"u8.ToArray(), Token);
                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
