namespace WhatsCommerce.Webhooks;

/// <summary>A forward of an endpoint.</summary>
/// <param name="Name">Its name, unique in the app, by which its options are found.</param>
/// <param name="EndpointName">The endpoint whose deliveries it gets.</param>
/// <param name="Takes">Determines which events it gets, each separately; <see langword="null"/> for whole deliveries.</param>
internal sealed record ForwardRegistration(string Name, string EndpointName, Predicate<WebhookEvent>? Takes)
{
    private const string Prefix = "forward:";

    /// <summary>Gets the name in the queue, in claims and in dead letters, where it is used like the name of a handler.</summary>
    public string Id { get; } = Prefix + Name;
}
