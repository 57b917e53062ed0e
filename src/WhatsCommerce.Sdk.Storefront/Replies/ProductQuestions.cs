namespace WhatsCommerce.Storefronts;

/// <summary>Raises <see cref="ProductAsked"/> for questions about products, with the current name and price.</summary>
internal sealed class ProductQuestions(ShopServices shop, IPriceSource? prices)
{
    /// <summary>Raises the event.</summary>
    /// <returns>Whether a handler exists, which must then answer the message.</returns>
    public async Task<bool> TellAsync(ReplyContext context, CancellationToken cancellationToken)
    {
        MessageReceived received = context.Received;
        InboundMessage message = context.Message;
        RetailerId id = IdOf(message);
        if (!id.HasValue)
        {
            return false;
        }

        ProductPrice? product = await FindAsync(context, cancellationToken).ConfigureAwait(false);
        ProductAsked asked = new()
        {
            Id = received.Id + "/asked",
            ShopId = shop.ShopId,
            Customer = context.Customer,
            PhoneNumberId = received.PhoneNumberId,
            At = received.At,
            RetailerId = id,
            Reason = message.About?.Reason ?? AboutReason.Named,
            CatalogId = message.CatalogId,
            ProductName = product?.Name ?? message.About?.Name,
            Price = product?.Price,
            ImageUrl = product?.ImageUrl,
            CanBeOrdered = product is null ? null : product.CanBeOrdered && !(product.Available <= 0),
            Available = product?.Available,
            Question = message.Text,
            Language = context.Language,
            To = received.To,
            MessageId = message.Id,
        };

        // If the row was not written, an earlier run raised the event.
        await shop.CommitAsync(new StorefrontStep { ShopId = shop.ShopId }, [asked], cancellationToken).ConfigureAwait(false);
        return shop.Handlers.AnyFor<ProductAsked>();
    }

    private async Task<ProductPrice?> FindAsync(ReplyContext context, CancellationToken cancellationToken)
    {
        if (prices is null)
        {
            return null;
        }

        RetailerId id = IdOf(context.Message);
        PriceRequest request = new()
        {
            ShopId = shop.ShopId,
            Customer = context.Customer,
            CatalogId = context.Message.CatalogId,
            Products = [id],
        };
        try
        {
            IReadOnlyList<ProductPrice> known = await prices.GetPricesAsync(request, cancellationToken).ConfigureAwait(false);
            return known.FirstOrDefault(product => product.RetailerId == id);
        }
        catch (GraphException exception) when (!exception.IsRetrySafe)
        {
            // The catalog cannot be read, and a retry would not help: the event is raised without price.
            StorefrontLog.ProductUnread(shop.Logger, exception, id);
            return null;
        }
    }

    private static RetailerId IdOf(InboundMessage message) =>
        message.RetailerId.HasValue ? message.RetailerId : message.About?.RetailerId ?? default;
}
