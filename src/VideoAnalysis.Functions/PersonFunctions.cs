using Amazon.Lambda.Annotations;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using VideoAnalysis.Functions.Http;
using VideoAnalysis.Functions.Persons;

namespace VideoAnalysis.Functions;

/// <summary>Answers the HTTP API: who is known.</summary>
public sealed class PersonFunctions(PersonsApi persons, ApiBoundary boundary)
{
    /// <summary>
    /// Takes <c>GET /persons</c>, <c>POST /persons/{name}/faces</c> and <c>DELETE /persons/{name}</c>: one function,
    /// and one permission, as whoever makes people known has to be able to forget them.
    /// </summary>
    [LambdaFunction]
    public Task<APIGatewayHttpApiV2ProxyResponse> ManagePersons(
        APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context) => request.RouteKey switch
    {
        PersonsApi.AddRoute => boundary.AnswerAsync(request, context, "POST", persons.AddFaceAsync),
        PersonsApi.ForgetRoute => boundary.AnswerAsync(request, context, "DELETE", persons.ForgetAsync),
        _ => boundary.AnswerAsync(request, context, "GET", persons.ListAsync),
    };
}
