using Microsoft.Extensions.Options;
using WhatsCommerce;
using WhatsCommerce.Messages;

namespace CornerShop;

/// <summary>
/// Confirms placed orders in the chat. The order stands in the database before anything is sent, so a confirmation that fails, or whose
/// process ends, is tried again; its key ensures that the customer gets one.
/// </summary>
public sealed partial class Confirmations(
    WhatsCommerceClient whatsApp, Orders orders, IOptions<ShopOptions> options, ILogger<Confirmations> logger) : BackgroundService
{
    private readonly SemaphoreSlim _placed = new(0);

    /// <summary>Says that an order was placed just now: it need not wait for the next round.</summary>
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
            // It may have been sent. Its status tells, and the next round gets the receipt; until then a round sends nothing.
            LogUnknown(exception);
        }
        catch (GraphException exception) when (exception.IsRetrySafe)
        {
            LogLater(exception, options.Value.ConfirmationPause);
        }
        catch (GraphException exception)
        {
            // The same message would fail again, for instance because the customer's 24 hours are over. The order stands.
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
