using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.APIGatewayEvents;
using VideoAnalysis.Analyses.Persons;
using VideoAnalysis.Functions.Http;

namespace VideoAnalysis.Functions.Persons;

/// <summary>What the routes under <c>/persons</c> do.</summary>
public sealed class PersonsApi(IPersonRegister register)
{
    /// <summary>The route that makes a face known.</summary>
    internal const string AddRoute = "POST /persons/{name}/faces";

    /// <summary>The route that forgets a person.</summary>
    internal const string ForgetRoute = "DELETE /persons/{name}";

    /// <summary>
    /// The most bytes of a picture. Rekognition takes 5 MB; a request to a Lambda function has at most 6 MB (Lambda
    /// quotas), with the picture in base64.
    /// </summary>
    private const int MaxPictureBytes = 4 * 1024 * 1024;

    /// <summary><c>GET /persons</c>: who is known.</summary>
    internal Task<APIGatewayHttpApiV2ProxyResponse> ListAsync(
        APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken)
    {
        QueryReader.Of(request).RefuseOthers();
        return AnswerAsync(async () =>
            Json(new PersonList(await register.ListAsync(cancellationToken)), PersonListJson.Default.PersonList));
    }

    /// <summary><c>POST /persons/{name}/faces</c>: makes the largest face of a picture known.</summary>
    internal Task<APIGatewayHttpApiV2ProxyResponse> AddFaceAsync(
        APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken)
    {
        var name = ReadName(request);
        var picture = ReadPicture(request);
        return AnswerAsync(async () => Json(
            await register.AddFaceAsync(name, picture, cancellationToken), PersonListJson.Default.EnrolledFace));
    }

    /// <summary><c>DELETE /persons/{name}</c>: removes every face of a person.</summary>
    internal Task<APIGatewayHttpApiV2ProxyResponse> ForgetAsync(
        APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken)
    {
        var name = ReadName(request);
        return AnswerAsync(async () => await register.ForgetAsync(name, cancellationToken) > 0
            ? Answer.NoContent()
            : throw new ProblemException(Problem.PersonNotFound(name.Value)));
    }

    private static PersonName ReadName(APIGatewayHttpApiV2ProxyRequest request)
    {
        var query = QueryReader.Of(request);
        var name = query.TextOf(request.PathParameters, "name");
        query.RefuseOthers();
        return PersonName.TryParse(name ?? "")
            ?? throw new ProblemException(Problem.InvalidParameter("name", name, PersonName.Rule));
    }

    private static byte[] ReadPicture(APIGatewayHttpApiV2ProxyRequest request)
    {
        // A page of another site can send a form or a text without asking; a picture it cannot.
        if (new RequestHeaders(request).ContentType?.ToLowerInvariant() is not ("image/jpeg" or "image/png"))
        {
            throw new ProblemException(Problem.NoPicture());
        }

        try
        {
            var picture = request.IsBase64Encoded ? Convert.FromBase64String(request.Body ?? "") : [];
            return picture.Length switch
            {
                0 => throw new ProblemException(
                    Problem.InvalidBody("The body is empty; it has to be the bytes of a picture.")),
                > MaxPictureBytes =>
                    throw new ProblemException(Problem.PictureTooLarge(picture.Length, MaxPictureBytes)),
                _ => picture,
            };
        }
        catch (FormatException)
        {
            throw new ProblemException(Problem.InvalidBody("The body is not in base64, as the request says it is."));
        }
    }

    private static async Task<APIGatewayHttpApiV2ProxyResponse> AnswerAsync(
        Func<Task<APIGatewayHttpApiV2ProxyResponse>> answer)
    {
        try
        {
            return await answer();
        }
        catch (UnusablePictureException exception)
        {
            throw new ProblemException(Problem.UnusablePicture(exception.Message));
        }
        catch (NoCollectionException exception)
        {
            throw new ProblemException(Problem.NoCollection(exception.Message));
        }
        catch (FaceInUseException exception)
        {
            throw new ProblemException(Problem.FaceInUse(exception.Message));
        }
    }

    private static APIGatewayHttpApiV2ProxyResponse Json<T>(T answer, JsonTypeInfo<T> type) =>
        Answer.Json(200, JsonSerializer.SerializeToUtf8Bytes(answer, type));
}
