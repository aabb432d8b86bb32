using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.Delivery;

/// <summary>Registers the delivery of events to functions.</summary>
internal static class DeliveryServices
{
    /// <summary>
    /// Adds the queue, its <see cref="IOutbox"/> and the pump that empties it. Needs the local storage, and an
    /// <see cref="IFunctionInvoker"/>.
    /// </summary>
    public static IServiceCollection AddLocalDelivery(this IServiceCollection services, DeliveryOptions? options = null)
    {
        services.AddSchema("delivery", DeliveryQueue.Schema);
        services.AddSingleton((options ?? new DeliveryOptions()).Validate());
        services.AddSingleton<DeliveryQueue>();
        services.AddSingleton<IOutbox>(provider => provider.GetRequiredService<DeliveryQueue>());
        services.AddHostedService<DeliveryPump>();
        return services;
    }
}
