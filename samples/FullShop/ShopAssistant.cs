using WhatsCommerce;
using WhatsCommerce.Messages;
using WhatsCommerce.Storefronts;

namespace FullShop;

/// <summary>The automatic replies of the shop: a greeting with its products, and answers to product questions.</summary>
internal sealed class ShopAssistant(WhatsCommerceClient client, Storefront shop, IConfiguration configuration) : IReply
{
    private readonly CatalogId _catalog = configuration["WhatsCommerce:CatalogId"];

    public async Task<bool> ReplyAsync(ReplyContext context, CancellationToken cancellationToken)
    {
        IReadOnlyList<CatalogProduct> products = await shop.Catalog.ListAsync(new CatalogQuery { Limit = 30 }, cancellationToken);
        ProductListMessageBuilder list = Message.ProductList(_catalog)
            .Header("Fresh today")
            .Body("Welcome to the corner shop! Tap to look around, ask about anything, and send us your cart.")
            .Section("Products", products.Select(product => product.RetailerId));
        await context.SendAsync(list.Build(), cancellationToken);
        return true;
    }

    public async Task AnswerAsync(ProductAsked asked, CancellationToken cancellationToken)
    {
        TextMessage answer = Message.Text($"{asked.ProductName}: came in this morning, {asked.Price}.").Build();
        SendOptions options = new() { ReplyTo = asked.MessageId, OnceKey = $"answer {asked.Id}" };
        await client.Messages.SendAsync(asked.To, answer, options, cancellationToken);
    }
}
