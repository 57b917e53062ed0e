using Samples;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Testing;

namespace FullShop;

/// <summary>Ann sees in the inbox that the assistant has handed a customer over, answers, and gives the conversation back.</summary>
internal static class HandOverScene
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    public static async Task PlayAsync(Storefront shop, EmulatedCustomer customer, LocalWorld world)
    {
        CustomerConversation waiting = await WaitingAsync(shop);
        Transcript.Note($"in the inbox {waiting.Name} waits for a person; {LocalAgent.Name} takes over");
        await shop.Conversations.TakeOverAsync(waiting.Customer, LocalAgent.Name);
        await shop.Conversations.SendTextAsync(waiting.Customer, "Hola, soy Ann. ¿En qué puedo ayudarle?", LocalAgent.Name);
        await Transcript.ShopAsync(customer, world.Cloud);
        Transcript.Note($"{LocalAgent.Name} gives the conversation back");
        await shop.Conversations.GiveBackAsync(waiting.Customer, LocalAgent.Name);
    }

    private static async Task<CustomerConversation> WaitingAsync(Storefront shop)
    {
        while (true)
        {
            IReadOnlyList<CustomerConversation> all = await shop.Conversations.ListAsync();
            if (all.FirstOrDefault(one => one is { Owner: ConversationOwner.Human, Assignee: null }) is CustomerConversation waiting)
            {
                return waiting;
            }

            await Task.Delay(Look, TimeProvider.System);
        }
    }
}
