using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.Tests.Conversations;

/// <summary>The order of a conversation is that in which its entries are written.</summary>
public sealed class ConversationOrderTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cart_OfACustomer_IsInTheConversationBeforeTheShopTakesIt()
    {
        GatedConversationStore store = new(new MemoryConversationStore(new MemoryStorefrontStore()));
        await using TestShop shop = await TestShop.OpenAsync(builder =>
        {
            builder.Services.AddSingleton<IConversationStore>(store);
            builder.AddConversations();
        });
        TaskCompletionSource<Cart?> taken = new(TaskCreationOptions.RunContinuationsAsynchronously);
        store.Before = async step =>
        {
            if (step.Entries.FirstOrDefault(entry => entry.Type == "order") is { CartId: CartId cart })
            {
                taken.TrySetResult(await shop.Shop.Carts.GetAsync(cart, Stop));
            }
        };

        await shop.Cloud.Customer("+16505551234").SendCartAsync([("apple-1kg", 2)], cancellationToken: Stop);

        Assert.Null(await Patiently.Wait(taken.Task));
    }
}
