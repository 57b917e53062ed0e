using Samples;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Testing;

namespace FullShop;

/// <summary>Ann sees in the inbox that the assistant handed a customer over, answers, and hands the conversation back.</summary>
internal static class HandOverScene
{
    public static async Task PlayAsync(Storefront shop, EmulatedCustomer customer, LocalWorld world)
    {
        CustomerConversation waiting = await Waiting.ForAsync("a customer who waits for a person", async () =>
            (await shop.Conversations.ListAsync()).FirstOrDefault(one => one is { Owner: ConversationOwner.Human, Assignee: null }));
        Transcript.Note($"in the inbox {waiting.Name} waits for a person; {LocalAgent.Name} takes over");
        await shop.Conversations.TakeOverAsync(waiting.Customer, LocalAgent.Name);
        await shop.Conversations.SendTextAsync(waiting.Customer, "Hola, soy Ann. ¿En qué puedo ayudarle?", LocalAgent.Name);
        await Transcript.ShopAsync(customer, world.Cloud);
        Transcript.Note($"{LocalAgent.Name} gives the conversation back");
        await shop.Conversations.GiveBackAsync(waiting.Customer, LocalAgent.Name);
    }
}
