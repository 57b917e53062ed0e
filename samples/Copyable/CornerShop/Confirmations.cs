using Microsoft.Extensions.Options;
using WhatsCommerce;
using WhatsCommerce.Messages;

namespace CornerShop;

/// <summary>
/// Confirms placed orders in the chat. The order is stored before anything is sent, so a confirmation is retried after a failure or a
/// restart; its idempotency key ensures that the customer gets only one.
/// </summary>
public sealed partial class Confirmations(
    WhatsCommerceClient whatsApp, Orders orders, IOptions<ShopOptions> options, ILogger<Confirmations> logger) : BackgroundService
{
    private readonly SemaphoreSlim _placed = new(0);

    /// <summary>Wakes the service after an order was placed, so that it does not wait for the next round.</summary>
    public void Wake() => _placed.Release();

    public override void Dispose()
    {
        base.Dispose();
        _placed.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (Order order in orders.Unconfirmed())
            {
                await ConfirmAsync(order, stoppingToken);
            }

            await _placed.WaitAsync(options.Value.ConfirmationPause, stoppingToken);
        }
    }

    private async Task ConfirmAsync(Order order, CancellationToken cancellationToken)
    {
        TextMessage thanks = Message.Text($"Thank you! Your order of *{order.Total}* is placed; we are packing it now.").Build();
        try
        {
            MessageReceipt receipt = await whatsApp.Messages.SendAsync(
                order.Customer,
                thanks,
                new SendOptions { ReplyTo = order.Cart, OnceKey = $"confirmation of {order.Cart}" },
                cancellationToken);
            orders.Settle(order, receipt.Id);
        }
        catch (OutcomeUnknownException exception)
        {
            // The message may have been sent. A status webhook resolves the outcome; until then the next rounds send nothing.
            LogUnknown(exception);
        }
        catch (GraphException exception) when (exception.IsRetrySafe)
        {
            LogLater(exception, options.Value.ConfirmationPause);
        }
        catch (GraphException exception)
        {
            // A retry would fail again, for example because the customer's 24-hour window is closed. The order stays placed.
            LogNever(exception);
            orders.Settle(order, default);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "A confirmation may or may not have been sent; its status will tell")]
    private partial void LogUnknown(Exception exception);

    [LoggerMessage(2, LogLevel.Warning, "A confirmation was not sent, and is tried again in {Pause}")]
    private partial void LogLater(Exception exception, TimeSpan pause);

    [LoggerMessage(3, LogLevel.Error, "A confirmation cannot be sent: tell the customer in another way")]
    private partial void LogNever(Exception exception);
}
