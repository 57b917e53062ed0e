using WhatsCommerce;
using WhatsCommerce.Messages;

namespace OrderBot;

/// <summary>
/// Confirms placed orders in the chat. An order is placed whether or not WhatsApp can be reached: failed confirmations are retried, and the
/// idempotency key ensures that a customer gets only one.
/// </summary>
internal sealed partial class Confirmations(
    WhatsCommerceClient whatsApp, Orders orders, TimeProvider time, ILogger<Confirmations> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _placed = new(0);

    /// <summary>Wakes the service after an order was placed, so that it does not wait for the next round.</summary>
    public void Wake() => _placed.Release();

    public override void Dispose()
    {
        _placed.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach ((string key, PricedOrder order) in orders.Unconfirmed)
            {
                await ConfirmAsync(key, order, stoppingToken);
            }

            await _placed.WaitAsync(Pause, stoppingToken);
        }
    }

    private async Task ConfirmAsync(string key, PricedOrder order, CancellationToken cancellationToken)
    {
        TextMessage thanks = Message.Text($"Thank you! Your order of *{order.Total}* is placed; we are packing it now.").Build();
        try
        {
            await whatsApp.Messages.SendAsync(
                order.Customer, thanks, new() { ReplyTo = order.Id, OnceKey = $"confirmation of {order.Id}" }, cancellationToken);
            orders.Confirm(key);
        }
        catch (OutcomeUnknownException exception)
        {
            // A status webhook resolves the outcome; until then the next round gets this exception again, and sends nothing.
            LogUnknown(exception);
        }
        catch (GraphException exception) when (exception.IsRetrySafe)
        {
            LogLater(exception, time.GetUtcNow() + Pause);
        }
        catch (GraphException exception)
        {
            // A retry would fail again, for example because the customer's 24-hour window is closed. The order stays placed.
            LogNever(exception);
            orders.Confirm(key);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "A confirmation may or may not have been sent; its status will show whether it was")]
    private partial void LogUnknown(Exception exception);

    [LoggerMessage(2, LogLevel.Warning, "A confirmation was not sent, and is tried again at {Time}")]
    private partial void LogLater(Exception exception, DateTimeOffset time);

    [LoggerMessage(3, LogLevel.Error, "A confirmation cannot be sent: tell the customer in another way")]
    private partial void LogNever(Exception exception);
}
