namespace WhatsCommerce.Webhooks;

/// <summary>A forward of an endpoint.</summary>
/// <param name="Name">Its name, unique in the app, by which its options are found.</param>
/// <param name="EndpointName">The endpoint whose deliveries it gets.</param>
/// <param name="Takes">Which events it gets, each on its own; <see langword="null"/> for whole deliveries.</param>
internal sealed record ForwardRegistration(string Name, string EndpointName, Predicate<WebhookEvent>? Takes)
{
    private const string Prefix = "forward:";

    /// <summary>Gets the name in the queue, in claims and in dead letters, beside those of handlers.</summary>
    public string Id { get; } = Prefix + Name;
}
