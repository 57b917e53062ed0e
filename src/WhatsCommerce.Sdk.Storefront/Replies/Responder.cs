namespace WhatsCommerce.Storefronts;

/// <summary>One of those who may answer a message, with its place among them.</summary>
/// <param name="place">Its place; of one place, who was added first is asked first.</param>
/// <param name="concerns">Whether it might answer a message at all; what concerns nobody is not stored.</param>
/// <param name="reply">Answers, or returns false; gets the services of the run.</param>
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
