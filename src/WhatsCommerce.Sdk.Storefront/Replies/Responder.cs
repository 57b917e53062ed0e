namespace WhatsCommerce.Storefronts;

/// <summary>A responder that may handle a message.</summary>
/// <param name="place">Its priority; within one priority, responders are called in the order in which they were added.</param>
/// <param name="concerns">Whether it might handle a message; a message that concerns no responder is not stored.</param>
/// <param name="reply">Handles the message, or returns false; receives the services of the run.</param>
internal sealed class Responder(
    ResponderPlace place,
    Func<InboundMessage, bool> concerns,
    Func<IServiceProvider, ReplyContext, CancellationToken, Task<bool>> reply)
{
    public ResponderPlace Place { get; } = place;

    public bool Concerns(InboundMessage message) => concerns(message);

    public Task<bool> ReplyAsync(IServiceProvider services, ReplyContext context, CancellationToken cancellationToken) =>
        reply(services, context, cancellationToken);
}
