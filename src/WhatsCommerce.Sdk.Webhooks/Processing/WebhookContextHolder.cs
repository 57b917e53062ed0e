namespace WhatsCommerce.Webhooks;

/// <summary>Passes the context of a run to its scope, from which handlers resolve it.</summary>
internal sealed class WebhookContextHolder
{
    private WebhookContext? _context;

    public WebhookContext Context
    {
        get => _context ?? throw new InvalidOperationException(
            "A WebhookContext exists only while a webhook handler runs: resolve it from the scope of that run.");
        set => _context = value;
    }
}
