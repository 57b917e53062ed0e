namespace WhatsCommerce.Webhooks;

/// <summary>What handlers are bound to.</summary>
/// <param name="events">Which events: always the same for the same event. <see langword="null"/> for all.</param>
/// <param name="tenants">Which tenants: asked at each run. <see langword="null"/> for all, also without a tenant.</param>
/// <param name="outer">The binding around it; <see langword="null"/> when there is none.</param>
internal sealed class HandlerBinding(
    Predicate<WebhookEvent>? events, Predicate<WhatsCommerceTenant>? tenants, HandlerBinding? outer)
{
    public bool NeedsTenants => tenants is not null || outer?.NeedsTenants == true;

    public bool Takes(WebhookEvent webhookEvent) => events?.Invoke(webhookEvent) != false && outer?.Takes(webhookEvent) != false;

    public bool TakesTenant(WhatsCommerceTenant? tenant) =>
        (tenants is null || (tenant is not null && tenants(tenant))) && outer?.TakesTenant(tenant) != false;
}
