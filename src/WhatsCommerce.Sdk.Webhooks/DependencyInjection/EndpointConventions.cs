namespace WhatsCommerce.Webhooks;

/// <summary>The configuration of every endpoint of the app. Filled while services are being registered.</summary>
internal sealed class EndpointConventions
{
    private readonly List<Action<WhatsCommerceWebhooksBuilder>> _conventions = [];

    public void Add(Action<WhatsCommerceWebhooksBuilder> convention) => _conventions.Add(convention);

    public void Apply(WhatsCommerceWebhooksBuilder endpoint)
    {
        foreach (Action<WhatsCommerceWebhooksBuilder> convention in _conventions)
        {
            convention(endpoint);
        }
    }
}
