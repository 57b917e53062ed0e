namespace WhatsCommerce.Webhooks;

/// <summary>A handler that is bound to some events, such as those of a number, or to some tenants.</summary>
internal sealed class BoundHandler(HandlerRegistration handler, HandlerBinding binding) : HandlerRegistration(handler.Name)
{
    /// <summary>Gets a value indicating whether it runs for some tenants only.</summary>
    public bool NeedsTenants => binding.NeedsTenants;

    public override IReadOnlyList<Type> EventTypes => handler.EventTypes;

    public override IReadOnlyList<Type> Services => handler.Services;

    public override Type? TypeFor(WebhookEvent webhookEvent) => binding.Takes(webhookEvent) ? handler.TypeFor(webhookEvent) : null;

    public override Task InvokeAsync(IServiceProvider services, WebhookEvent webhookEvent, CancellationToken cancellationToken) =>
        binding.TakesTenant(services.GetRequiredService<WebhookContext>().Tenant)
            ? handler.InvokeAsync(services, webhookEvent, cancellationToken)
            : Task.CompletedTask;
}
