namespace WhatsCommerce.Webhooks;

/// <summary>A behavior that is bound to some events, such as those of a number, or to some tenants; it is skipped for others.</summary>
internal sealed class BoundBehavior(BehaviorRegistration behavior, HandlerBinding binding) : BehaviorRegistration
{
    public override Task InvokeAsync(
        IServiceProvider services, WebhookContext context, Func<CancellationToken, Task> next, CancellationToken cancellationToken) =>
        binding.Takes(context.Event) && binding.TakesTenant(context.Tenant)
            ? behavior.InvokeAsync(services, context, next, cancellationToken)
            : next(cancellationToken);
}
