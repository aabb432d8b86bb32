using System.ComponentModel;
using System.Diagnostics;
using VideoAnalysis.LocalAws.Tests.Rekognition.Labels;
using VideoAnalysis.LocalAws.Tests.Rekognition.Segments;
using VideoAnalysis.LocalAws.Tests.Rekognition.Text;
using VideoAnalysis.Testing;
using BoundingBox = VideoAnalysis.Videos.BoundingBox;
using FaceDetection = VideoAnalysis.Analyses.Faces.FaceDetection;

namespace VideoAnalysis.LocalAws.Tests.Rekognition;

/// <summary>boto3, the Python client. Left out, and said to be, where it is not installed.</summary>
[Slow]
public sealed class BotoTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task Labels_are_started_and_read_in_every_order()
    {
        await using var rekognition = await SeenLabels.StartedAsync();

        var said = await PythonAsync(rekognition, """
            started = client.start_label_detection(
                Video=video, MinConfidence=55, Features=["GENERAL_LABELS"],
                Settings={"GeneralLabels": {"LabelExclusionFilters": ["Animal"]}})
            job = started["JobId"]
            wait(lambda: client.get_label_detection(JobId=job))
            for sort in "TIMESTAMP", "NAME":
                for aggregate in "TIMESTAMPS", "SEGMENTS":
                    page = client.get_label_detection(JobId=job, SortBy=sort, AggregateBy=aggregate)
                    print(sort, aggregate, page["GetRequestMetadata"]["SortBy"],
                          ["%s %s" % (l["Label"]["Name"], l.get("DurationMillis", l["Timestamp"]))
                           for l in page["Labels"]])
            try:
                client.start_label_detection(Video=video, MinConfidence=101)
            except client.exceptions.ClientError as e:
                print(e.response["Error"]["Code"])
            """);

        Assert.Equal(
            [
                "TIMESTAMP TIMESTAMPS TIMESTAMP ['Dog 0', 'Dog 500', 'Mobile Phone 500', 'Dog 2500']",
                "TIMESTAMP SEGMENTS TIMESTAMP ['Dog 1000', 'Mobile Phone 500', 'Dog 500']",
                "NAME TIMESTAMPS NAME ['Dog 500', 'Dog 0', 'Dog 2500', 'Mobile Phone 500']",
                "NAME SEGMENTS NAME ['Dog 1000', 'Dog 500', 'Mobile Phone 500']",
                "ValidationException",
            ],
            said);
    }

    [Fact(Timeout = 120_000)]
    public async Task Text_is_started_and_read()
    {
        await using var rekognition = await SeenText.StartedAsync();

        var said = await PythonAsync(rekognition, """
            started = client.start_text_detection(
                Video=video, JobTag="news",
                Filters={"WordFilter": {"MinConfidence": 70, "MinBoundingBoxHeight": 0.05, "MinBoundingBoxWidth": 0.01},
                         "RegionsOfInterest": [{"BoundingBox": {"Left": 0, "Top": 0, "Width": 1, "Height": 0.5}}]})
            job = started["JobId"]
            wait(lambda: client.get_text_detection(JobId=job))
            page = client.get_text_detection(JobId=job, MaxResults=2)
            rest = client.get_text_detection(JobId=job, MaxResults=2, NextToken=page["NextToken"])
            for found in page["TextDetections"] + rest["TextDetections"]:
                text = found["TextDetection"]
                print(text["DetectedText"], text["Type"], text["Id"], text.get("ParentId"),
                      len(text["Geometry"]["Polygon"]))
            print(page["VideoMetadata"]["Codec"], page["TextModelVersion"], rest["JobTag"])
            try:
                client.start_text_detection(Video=video, Filters={"WordFilter": {"MinConfidence": 101}})
            except client.exceptions.ClientError as e:
                print(e.response["Error"]["Code"])
            """);

        Assert.Equal(
            ["GOOD NEWS LINE 0 None 4", "GOOD WORD 1 0 4", "NEWS WORD 2 0 4", "h264 PP-OCRv4 news",
                "ValidationException"],
            said);
    }

    [Fact(Timeout = 120_000)]
    public async Task Segments_are_started_and_read()
    {
        await using var rekognition = await SeenSegments.StartedAsync();

        var said = await PythonAsync(rekognition, """
            started = client.start_segment_detection(
                Video=video, SegmentTypes=["TECHNICAL_CUE", "SHOT"],
                Filters={"TechnicalCueFilter": {"MinSegmentConfidence": 60,
                                                "BlackFrame": {"MaxPixelThreshold": 0.1, "MinCoveragePercentage": 95}},
                         "ShotFilter": {"MinSegmentConfidence": 60}})
            job = started["JobId"]
            wait(lambda: client.get_segment_detection(JobId=job))
            page = client.get_segment_detection(JobId=job)
            for found in page["Segments"]:
                inner = found.get("TechnicalCueSegment") or found.get("ShotSegment")
                print(found["Type"], inner.get("Type", inner.get("Index")),
                      found["StartTimecodeSMPTE"], found["DurationFrames"])
            print(page["VideoMetadata"][0]["Codec"], page["AudioMetadata"][0]["NumberOfChannels"],
                  [t["Type"] for t in page["SelectedSegmentTypes"]])
            try:
                client.start_segment_detection(Video=video, SegmentTypes=["CREDITS"])
            except client.exceptions.ClientError as e:
                print(e.response["Error"]["Code"])
            """);

        Assert.Equal(
            [
                "TECHNICAL_CUE BlackFrames 00:00:00;00 299", "SHOT 0 00:00:00;00 299", "SHOT 1 00:00:10;00 149",
                "h264 1 ['SHOT', 'TECHNICAL_CUE']", "ValidationException",
            ],
            said);
    }

    [Fact(Timeout = 120_000)]
    public async Task Faces_are_indexed_searched_and_deleted()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();
        rekognition.Engine.Analyses = ["persons"];
        rekognition.Engine.Others = (_, timestamp) => [new("persons", Face(timestamp), ScriptedIndexer.Facing(0))];

        var said = await PythonAsync(rekognition, """
            def search():
                job = client.start_face_search(Video=video, CollectionId="people")["JobId"]
                wait(lambda: client.get_face_search(JobId=job))
                return client.get_face_search(JobId=job, SortBy="INDEX")["Persons"]

            try:
                search()
            except client.exceptions.ResourceNotFoundException:
                print("no collection")
            print(client.create_collection(CollectionId="people")["StatusCode"])
            try:
                client.create_collection(CollectionId="people")
            except client.exceptions.ResourceAlreadyExistsException:
                print("already there")
            indexed = client.index_faces(
                CollectionId="people", Image={"Bytes": b"5"}, ExternalImageId="anna", MaxFaces=1,
                QualityFilter="AUTO", DetectionAttributes=["DEFAULT"])
            face = indexed["FaceRecords"][0]["Face"]["FaceId"]
            print([f["ExternalImageId"] for f in client.list_faces(CollectionId="people", MaxResults=20)["Faces"]])
            print(client.describe_collection(CollectionId="people")["CreationTimestamp"].year)
            print([[m["Face"]["ExternalImageId"] for m in p["FaceMatches"]] for p in search()])
            print(client.delete_faces(CollectionId="people", FaceIds=[face])["DeletedFaces"] == [face])
            print([p["FaceMatches"] for p in search()])
            print(client.list_collections()["CollectionIds"])
            print(client.delete_collection(CollectionId="people")["StatusCode"])
            """);

        Assert.Equal(
            [
                "no collection", "200", "already there", "['anna']", "2026",
                "[['anna'], ['anna'], ['anna'], ['anna']]", "True", "[[], [], [], []]", "['people']", "200",
            ],
            said);
    }

    private static async Task<string[]> PythonAsync(RekognitionHarness rekognition, string script)
    {
        var preparation = $$$"""
            import time
            try:
                import boto3
            except ImportError:
                raise SystemExit(77)
            client = boto3.client("rekognition",
                                  endpoint_url="{{{rekognition.Http.BaseAddress}}}", region_name="us-east-1",
                                  aws_access_key_id="local", aws_secret_access_key="local")
            video = {"S3Object": {"Bucket": "videos", "Name": "film.mp4"}}

            def wait(get):
                while get()["JobStatus"] == "IN_PROGRESS":
                    time.sleep(0.05)


            """;
        Process process;
        try
        {
            process = Process.Start(new ProcessStartInfo("python3", ["-c", preparation + script])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("Left out: python3 is not installed.");
            throw;
        }

        using (process)
        {
            var output = process.StandardOutput.ReadToEndAsync(Token);
            var error = process.StandardError.ReadToEndAsync(Token);
            await process.WaitForExitAsync(Token);
            Assert.SkipWhen(process.ExitCode == 77, "Left out: boto3 is not installed.");
            Assert.True(process.ExitCode == 0, $"{await output} {await error}");
            return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
    }

    private static FaceDetection Face(long timestamp) => new()
    {
        Timestamp = timestamp,
        Confidence = 99,
        BoundingBox = new BoundingBox(0.1f, 0.2f, 0.3f, 0.4f),
    };
}
