using Amazon.Lambda.APIGatewayEvents;
using VideoAnalysis.Analyses.Persons;

namespace VideoAnalysis.Functions.Tests.Api;

/// <summary>The routes under <c>/persons</c>.</summary>
public sealed class PersonsTests : IDisposable
{
    private readonly ApiSystem _api = new();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task Persons_are_named_listed_and_forgotten()
    {
        var added = await AddAsync("Zoë", [1]);
        await AddAsync("Zoë", [2]);
        await AddAsync("Zoë", [2]);
        await AddAsync("-", [3], "name=Anna%2FBen%3F");
        var listed = await SendAsync("GET", "/persons");
        var forgotten = await SendAsync("DELETE", "/persons/{name}", "Zoë");
        var again = await SendAsync("DELETE", "/persons/{name}", "Zoë");

        Assert.Equal(200, added.Status);
        Assert.Equal("Zoë", added.Json.GetProperty("name").GetString());
        Assert.Equal("""{"persons":[{"name":"Anna/Ben?","faces":1},{"name":"Zo\u00EB","faces":2}]}""", listed.Text);
        Assert.Equal((204, 404), (forgotten.Status, again.Status));
        Assert.Equal("urn:videoanalysis:problem:person-not-found", again.Json.GetProperty("type").GetString());
        Assert.Equal("""{"persons":[{"name":"Anna/Ben?","faces":1}]}""", (await SendAsync("GET", "/persons")).Text);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("a\nb", "")]
    [InlineData("-", "")]
    [InlineData("-", "name=%20")]
    [InlineData("Ada", "name=Ada")]
    [InlineData("Ada", "colour=red")]
    public async Task What_is_no_name_is_refused(string name, string query)
    {
        Assert.Equal(400, (await AddAsync(name, [1], query)).Status);
        Assert.Equal(400, (await SendAsync("DELETE", "/persons/{name}", name, query)).Status);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("image/gif")]
    public async Task Only_pictures_are_taken(string type)
    {
        var answer = await AddAsync("Ada", [1], type: type);

        Assert.Equal((415, "urn:videoanalysis:problem:unsupported-media-type"),
            (answer.Status, answer.Json.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task A_picture_has_a_size_that_a_function_can_take()
    {
        const int Most = 4 * 1024 * 1024;

        Assert.Equal(200, (await AddAsync("Ada", new byte[Most])).Status);
        var tooLarge = await AddAsync("Ada", new byte[Most + 1]);
        Assert.Equal((413, "urn:videoanalysis:problem:picture-too-large"),
            (tooLarge.Status, tooLarge.Json.GetProperty("type").GetString()));
        Assert.Equal(400, (await AddAsync("Ada", [])).Status);
    }

    [Fact]
    public async Task What_the_collection_refuses_is_told()
    {
        Exception[] faults = [new UnusablePictureException("No face."), new NoCollectionException("None."),
            new FaceInUseException("Used.")];
        var types = new List<string>();
        foreach (var fault in faults)
        {
            _api.Persons.Fault = () => fault;
            var answer = await AddAsync("Ada", [1]);
            types.Add($"{answer.Status} {answer.Json.GetProperty("type").GetString()!.Split(':')[^1]} " +
                $"{answer.Json.GetProperty("detail").GetString()}");
        }

        Assert.Equal(["422 unusable-picture No face.", "409 no-collection None.", "409 face-in-use Used."], types);
    }

    [Fact]
    public async Task A_body_that_is_not_in_base64_is_refused()
    {
        var request = Create("POST", "/persons/{name}/faces", "Ada", "");
        (request.Body, request.IsBase64Encoded) = ("***", true);
        request.Headers["content-type"] = "image/png";

        Assert.Equal(400, (await _api.SendAsync("ManagePersons", request)).Status);
    }

    private Task<ApiAnswer> AddAsync(string name, byte[] picture, string query = "", string type = "image/jpeg")
    {
        var request = Create("POST", "/persons/{name}/faces", name, query);
        (request.Body, request.IsBase64Encoded) = (Convert.ToBase64String(picture), true);
        request.Headers["content-type"] = type;
        return _api.SendAsync("ManagePersons", request);
    }

    private Task<ApiAnswer> SendAsync(string method, string route, string? name = null, string query = "") =>
        _api.SendAsync("ManagePersons", Create(method, route, name, query));

    private static APIGatewayHttpApiV2ProxyRequest Create(string method, string route, string? name, string query)
    {
        var request = ApiRequests.Create(method, route.Replace("{name}", name, StringComparison.Ordinal), query, []);
        request.RouteKey = $"{method} {route}";
        request.PathParameters = name is null ? null : new Dictionary<string, string> { ["name"] = name };
        return request;
    }
}
