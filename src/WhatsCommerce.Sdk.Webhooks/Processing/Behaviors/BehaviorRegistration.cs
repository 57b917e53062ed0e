namespace WhatsCommerce.Webhooks;

/// <summary>A behavior of an endpoint, and how it is invoked.</summary>
internal abstract class BehaviorRegistration
{
    /// <summary>Gets the class that a run takes from its scope; <see langword="null"/> for a delegate.</summary>
    public virtual Type? Service => null;

    /// <summary>Invokes the behavior once.</summary>
    /// <param name="services">The services of the run's scope.</param>
    /// <param name="context">The event, the handler and the attempt.</param>
    /// <param name="next">The next behavior in the pipeline, or the handler.</param>
    /// <param name="cancellationToken">Canceled when the app stops or the claim is lost.</param>
    public abstract Task InvokeAsync(
        IServiceProvider services, WebhookContext context, Func<CancellationToken, Task> next, CancellationToken cancellationToken);
}

internal sealed class DelegateBehavior(Func<WebhookContext, Func<CancellationToken, Task>, CancellationToken, Task> behavior)
    : BehaviorRegistration
{
    public override Task InvokeAsync(
        IServiceProvider services, WebhookContext context, Func<CancellationToken, Task> next, CancellationToken cancellationToken) =>
        behavior(context, next, cancellationToken);
}

internal sealed class ClassBehavior<TBehavior> : BehaviorRegistration
    where TBehavior : class, IWebhookBehavior
{
    public override Type? Service => typeof(TBehavior);

    public override Task InvokeAsync(
        IServiceProvider services, WebhookContext context, Func<CancellationToken, Task> next, CancellationToken cancellationToken) =>
        services.GetRequiredService<TBehavior>().HandleAsync(context, next, cancellationToken);
}
