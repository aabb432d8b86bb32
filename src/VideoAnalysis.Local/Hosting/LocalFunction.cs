using Amazon.Lambda.Core;

namespace VideoAnalysis.Local.Hosting;

/// <summary>A function as Lambda sees it: a name, a time limit, and a handler behind the serializer.</summary>
/// <param name="Name">The resource's logical name in template.yaml.</param>
/// <param name="Timeout">How long an invocation may take, as template.yaml says.</param>
/// <param name="Handler">
/// Reads the event, calls the handler in the scope of the invocation, and writes the answer.
/// </param>
internal sealed record LocalFunction(string Name, TimeSpan Timeout, LocalFunction.Invocation Handler)
{
    /// <summary>One invocation.</summary>
    /// <param name="services">The invocation's scope.</param>
    /// <param name="serializer">The serializer that the functions' assembly names.</param>
    /// <param name="payload">The event's JSON.</param>
    /// <param name="answer">Where the answer's JSON goes.</param>
    /// <param name="context">The invocation's context.</param>
    public delegate Task Invocation(
        IServiceProvider services, ILambdaSerializer serializer, Stream payload, Stream answer, ILambdaContext context);

    /// <summary>A function that answers nothing.</summary>
    public static LocalFunction Of<THandler, TEvent>(
        string name, int timeoutSeconds, Func<THandler, TEvent, ILambdaContext, Task> handle)
        where THandler : notnull =>
        new(name, TimeSpan.FromSeconds(timeoutSeconds), (services, serializer, payload, _, context) => handle(
            services.GetRequiredService<THandler>(), serializer.Deserialize<TEvent>(payload), context));

    /// <summary>A function that answers.</summary>
    public static LocalFunction Of<THandler, TEvent, TAnswer>(
        string name, int timeoutSeconds, Func<THandler, TEvent, ILambdaContext, Task<TAnswer>> handle)
        where THandler : notnull =>
        new(name, TimeSpan.FromSeconds(timeoutSeconds), async (services, serializer, payload, answer, context) =>
            serializer.Serialize(
                await handle(services.GetRequiredService<THandler>(), serializer.Deserialize<TEvent>(payload), context),
                answer));
}
