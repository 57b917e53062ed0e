namespace WhatsCommerce.Webhooks;

/// <summary>Carries the context of a run into its scope, from where handlers take it as a service.</summary>
internal sealed class WebhookContextHolder
{
    private WebhookContext? _context;

    public WebhookContext Context
    {
        get => _context ?? throw new InvalidOperationException(
            "There is a WebhookContext only while a handler of webhooks runs, in the scope made for that run.");
        set => _context = value;
    }
}
