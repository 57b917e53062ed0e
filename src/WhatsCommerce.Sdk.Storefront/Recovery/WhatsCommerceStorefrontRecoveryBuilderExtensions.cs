using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds abandoned cart reminders to a storefront.</summary>
public static class WhatsCommerceStorefrontRecoveryBuilderExtensions
{
    /// <summary>
    /// Adds abandoned cart reminders, available as <see cref="Storefront.Recovery"/>: customers who sent a cart but did not order get a
    /// reminder after 1 and after 20 hours, within the 24-hour window that the cart opened. Adds the checkout too.
    /// </summary>
    /// <remarks>Register your own <see cref="IRecoveryStore"/> as a singleton to store reminders elsewhere.</remarks>
    /// <param name="builder">The storefront.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddRecovery(this WhatsCommerceStorefrontBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ShopBlueprint shop = builder.Shop;
        if (shop.Has<StorefrontRecovery>())
        {
            return builder;
        }

        builder.AddCheckout();
        builder.AddTables(RecoveryTables.Recovery);
        builder.Services.TryAddSingleton(CreateStore);
        shop.Add(static shop => new RecoveryCarts(shop.Get<ShopServices>()));
        shop.Add(static shop => new ReminderRecords(shop.Get<ShopServices>(), shop.Get<IRecoveryStore>()));
        shop.Add(static shop => new RecoveryPeople(
            shop.Get<ShopServices>(), shop.Get<IRecoveryStore>(), shop.Get<ReminderRecords>(), shop.Get<Texts>()));
        shop.Add(static shop => new RecoveryCredit(
            shop.Get<ShopServices>(), shop.Get<IRecoveryStore>(), shop.Get<RecoveryCarts>(), shop.Get<ReminderRecords>()));
        shop.Add(static shop => new StorefrontRecovery(
            shop.Get<ShopServices>(),
            shop.Get<IRecoveryStore>(),
            shop.Get<RecoveryPeople>(),
            shop.Get<RecoveryCarts>(),
            shop.Get<ReminderRecords>()));
        shop.Add(CreateAnswers);
        shop.Add<IShopWork>(static shop => new RecoveryWork(shop.Get<ShopServices>(), CreateProcessor(shop)));
        shop.Add<IShopWork>(static shop => new RecoveryPurge(shop.Get<ShopServices>(), shop.Get<IRecoveryStore>()));
        shop.Add<ICustomerRecords>(static shop => new RecoveryRecords(shop.Get<IRecoveryStore>()));
        shop.Add(static _ => new Responder(
            ResponderPlace.Button,
            static message => ReminderButtons.Read(message.ButtonId) is not null,
            static (provider, context, token) => provider.GetRequiredService<RecoveryAnswers>().PressAsync(context, token)));
        builder.Handle<CartReceived>("recovery", static (provider, received, token) =>
            provider.GetRequiredService<RecoveryPeople>().BeginAsync(received, token));
        builder.Handle<OrderPlaced>("recovered", static (provider, placed, token) =>
            provider.GetRequiredService<RecoveryCredit>().PlacedAsync(placed, token));
        AddWebhooks(builder);
        return builder;
    }

    private static void AddWebhooks(WhatsCommerceStorefrontBuilder builder)
    {
        builder.HandleWebhook<MessageEvent, RecoveryPeople>(
            "recovery", RecoveryPeople.IsReply, static (message, people, context, token) => people.ReceiveAsync(message, context, token));
        builder.HandleWebhook<UserPreferenceEvent, RecoveryPeople>(
            "preferences",
            RecoveryPeople.IsPreference,
            static (preference, people, context, token) => people.ReceiveAsync(preference, context, token));
        builder.HandleWebhook<StatusEvent, RecoveryPeople>(
            "reminders", RecoveryPeople.IsOfReminder, static (status, people, _, token) => people.ReceiveAsync(status, token));
        if (builder.Blueprints.IsFirst(typeof(RecoveryMerging)))
        {
            builder.Services.ConfigureAllWhatsCommerceWebhooks(static endpoint => endpoint.AddCustomersMergedHandler<RecoveryMerging>());
        }
    }

    // Cart, order and events are written in the same transaction as the reminder, so a shop with its own store has its reminders in memory.
    private static IRecoveryStore CreateStore(IServiceProvider provider) =>
        provider.GetRequiredService<IStorefrontStore>() is SqlStorefrontStore
            ? new SqlRecoveryStore(provider.GetRequiredService<WhatsCommerceDatabase>(), provider.GetRequiredService<DatabaseReadiness>())
            : new MemoryRecoveryStore(provider.GetRequiredService<IStorefrontStore>());

    private static RecoveryAnswers CreateAnswers(ShopScope shop)
    {
        ShopRooms rooms = shop.Get<ShopRooms>();
        return new RecoveryAnswers(
            rooms.Shop,
            shop.Get<IRecoveryStore>(),
            shop.Get<RecoveryCarts>(),
            shop.Get<ReminderRecords>(),
            rooms.Carts,
            rooms.Checkout,
            new OfferMessages(shop.Get<Texts>()),
            new PersonRequests(rooms.Shop, shop.Find<StorefrontConversations>()),
            shop.Get<Texts>());
    }

    private static RecoveryProcessor CreateProcessor(ShopScope shop)
    {
        ShopRooms rooms = shop.Get<ShopRooms>();
        RecoveryJudge judge = new(
            rooms.Shop,
            shop.Get<IRecoveryStore>(),
            shop.Get<RecoveryCarts>(),
            rooms.Checkout,
            shop.Get<CustomerKnowledge>(),
            new ReminderMessages(rooms.Shop, shop.Get<Texts>()),
            shop.Find<ICustomerFacts>(),
            shop.Find<IConversationOwners>());
        return new RecoveryProcessor(
            rooms.Shop, shop.Get<IRecoveryStore>(), judge, shop.Get<ReminderRecords>(), shop.Get<ShopClients>());
    }
}
