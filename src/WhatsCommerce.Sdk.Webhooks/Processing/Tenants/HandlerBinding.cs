namespace WhatsCommerce.Webhooks;

/// <summary>The condition under which handlers run.</summary>
/// <param name="events">The condition for events, with the same result for the same event; <see langword="null"/> for all.</param>
/// <param name="tenants">The condition for tenants, evaluated at each run; <see langword="null"/> for all, also without a tenant.</param>
/// <param name="outer">The outer binding; <see langword="null"/> when there is none.</param>
internal sealed class HandlerBinding(
    Predicate<WebhookEvent>? events, Predicate<WhatsCommerceTenant>? tenants, HandlerBinding? outer)
{
    public bool NeedsTenants => tenants is not null || outer?.NeedsTenants == true;

    public bool Takes(WebhookEvent webhookEvent) => events?.Invoke(webhookEvent) != false && outer?.Takes(webhookEvent) != false;

    public bool TakesTenant(WhatsCommerceTenant? tenant) =>
        (tenants is null || (tenant is not null && tenants(tenant))) && outer?.TakesTenant(tenant) != false;
}
