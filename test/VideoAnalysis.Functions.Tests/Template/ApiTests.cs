namespace VideoAnalysis.Functions.Tests.Template;

/// <summary>No setting leaves the API open.</summary>
public sealed class ApiTests
{
    private static readonly Stack Stack = Stack.Current;
    private static readonly IReadOnlyList<Resource> Routes = Stack.OfType("AWS::ApiGatewayV2::Route");

    /// <summary>These lead to files that are the same for everybody, and to a function that may read nothing.</summary>
    private static readonly string[] PageRoutes = ["GET /", "GET /page/{file+}", "HEAD /", "HEAD /page/{file+}"];

    [Fact]
    public void Every_route_to_data_wants_a_signature_or_else_a_token() =>
        Assert.All(Routes.Where(route => !IsPage(route)), route =>
        {
            Assert.Equal(["UseJwt", "JWT", "AWS_IAM"], route["AuthorizationType", "Fn::If"]!
                .AsArray().Select(n => n!.GetValue<string>()));
            Assert.Equal("UseJwt", route["AuthorizerId", "Fn::If"]![0]!.GetValue<string>());
            Assert.Equal("JwtAuthorizer", Stack.Target(route["AuthorizerId", "Fn::If"]![1]));
        });

    [Fact]
    public void The_page_wants_a_signature_and_is_open_only_where_data_wants_a_token() => Assert.All(
        Routes.Where(IsPage),
        route => Assert.Equal(
            ["UseJwt", "NONE", "AWS_IAM"],
            route["AuthorizationType", "Fn::If"]!.AsArray().Select(n => n!.GetValue<string>())));

    [Fact]
    public void Routes_are_the_only_way_in()
    {
        var api = Assert.Single(Stack.OfType("AWS::ApiGatewayV2::Api"));

        Assert.Null(api["Body"]);
        Assert.Null(api["Target"]);
        Assert.DoesNotContain(Stack.Functions, function => function["FunctionUrlConfig"] is not null);
        Assert.DoesNotContain(Routes, route => route["RouteKey"]!.GetValue<string>() == "$default");
    }

    [Theory]
    [InlineData("GET /results", "GetResultsIntegration")]
    [InlineData("GET /results/{video+}", "GetResultsIntegration")]
    [InlineData("GET /timeline/{video+}", "GetResultsIntegration")]
    [InlineData("DELETE /results/{video+}", "DeleteResultsIntegration")]
    [InlineData("POST /analyses/{video+}", "RequestAnalysesIntegration")]
    [InlineData("GET /videos/{video+}", "GetVideoIntegration")]
    [InlineData("GET /persons", "ManagePersonsIntegration")]
    [InlineData("POST /persons/{name}/faces", "ManagePersonsIntegration")]
    [InlineData("DELETE /persons/{name}", "ManagePersonsIntegration")]
    [InlineData("POST /uploads", "UploadIntegration")]
    [InlineData("POST /uploads/parts", "UploadIntegration")]
    [InlineData("POST /uploads/complete", "UploadIntegration")]
    [InlineData("POST /uploads/abort", "UploadIntegration")]
    [InlineData("GET /openapi.yaml", "GetResultsIntegration")]
    [InlineData("GET /", "GetPageIntegration")]
    [InlineData("GET /page/{file+}", "GetPageIntegration")]
    public void A_route_leads_to_its_function(string key, string integration) => Assert.Equal(
        $"integrations/${{{integration}}}",
        Routes.Single(route => route["RouteKey"]!.GetValue<string>() == key)["Target", "Fn::Sub"]!.GetValue<string>());

    [Fact]
    public void Head_goes_where_get_goes()
    {
        Assert.All(Routes.Where(route => KeyOf(route).StartsWith("GET ", StringComparison.Ordinal)), get =>
        {
            var head = Routes.Single(
                route => KeyOf(route) == KeyOf(get).Replace("GET ", "HEAD ", StringComparison.Ordinal));

            Assert.Equal(Without(get), Without(head));
        });

        static string Without(Resource route)
        {
            var definition = route.Definition.DeepClone();
            definition["Properties"]!["RouteKey"] = null;
            return definition.ToJsonString();
        }
    }

    [Fact]
    public void Pages_of_other_origins_may_call_only_where_that_was_asked_for()
    {
        var cors = Assert.Single(Stack.OfType("AWS::ApiGatewayV2::Api"))["CorsConfiguration", "Fn::If"]!;
        var pattern = Stack.Template["Parameters"]!["AllowedOrigins"]!["AllowedPattern"]!.GetValue<string>();
        var methods = Routes.Select(route => KeyOf(route).Split(' ')[0]).Distinct();

        Assert.Equal("UseCors", cors[0]!.GetValue<string>());
        Assert.Equal("AWS::NoValue", Stack.Target(cors[2]));
        Assert.False(new Conditions(new Dictionary<string, string>()).Hold("UseCors"));
        Assert.Equal(methods.Order(), cors[1]!["AllowMethods"]!.AsArray().Select(method => method!
            .GetValue<string>()).Order());
        Assert.Null(cors[1]!["AllowCredentials"]);
        Assert.All(["", "*", "https://app.example", "http://localhost:5173,https://app.example"], value =>
            Assert.Matches(pattern, value));
        Assert.All(["app.example", "https://app.example/", "https://*.example", "*,*",
            "https://a.example, https://b.example"], value => Assert.DoesNotMatch(pattern, value));
    }

    [Fact]
    public void Deleting_uploading_analysing_and_persons_need_scopes_that_reading_does_not() =>
        Assert.All(Routes, route => Assert.Equal(
            route["RouteKey"]!.GetValue<string>().Split(' ') switch
            {
                [_, ['/', 'p', 'e', 'r', 's', 'o', 'n', 's', ..]] => "JwtPersonsScope",
                ["DELETE", _] => "JwtDeleteScope",
                ["POST", "/analyses/{video+}"] => "JwtAnalyzeScope",
                ["POST", _] => "JwtUploadScope",
                _ => null,
            },
            Stack.Target(route["AuthorizationScopes", "Fn::If"]?[1]?[0])));

    [Fact]
    public void Half_a_jwt_configuration_is_refused()
    {
        var rule = Stack.Template["Rules"]!["JwtIssuerAndAudienceGoTogether"]!["Assertions"]![0]!["Assert"]!
            .ToJsonString();
        var condition = Stack.Template["Conditions"]!["UseJwt"]!["Fn::And"]!.AsArray();

        Assert.Contains("JwtIssuer", rule, StringComparison.Ordinal);
        Assert.Contains("JwtAudience", rule, StringComparison.Ordinal);
        Assert.Equal(2, condition.Count);
        Assert.Equal("", Stack.Template["Parameters"]!["JwtIssuer"]!["Default"]!.GetValue<string>());
        Assert.Equal("", Stack.Template["Parameters"]!["JwtAudience"]!["Default"]!.GetValue<string>());
    }

    [Fact]
    public void Calls_are_throttled_and_logged()
    {
        var stage = Assert.Single(Stack.OfType("AWS::ApiGatewayV2::Stage"));
        var logs = Stack[Stack.Target(stage["AccessLogSettings", "DestinationArn"])!];

        Assert.True(stage["DefaultRouteSettings", "ThrottlingRateLimit"]!.GetValue<int>() > 0);
        Assert.True(stage["DefaultRouteSettings", "ThrottlingBurstLimit"]!.GetValue<int>() > 0);
        Assert.Equal("LogRetentionDays", Stack.Target(logs["RetentionInDays"]));
        Assert.DoesNotContain(
            "path", stage["AccessLogSettings", "Format"]!.GetValue<string>(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    // It asks whichever it meets first, the API or a function, for all of them.
    public void Sam_local_finds_the_routes()
    {
        var names = Stack.Resources.Select(resource => resource.Name).ToList();

        Assert.True(names.IndexOf("ResultsApi") < names.IndexOf(Stack.Functions[0].Name));
    }

    private static string KeyOf(Resource route) => route["RouteKey"]!.GetValue<string>();

    private static bool IsPage(Resource route) => PageRoutes.Contains(KeyOf(route));
}
