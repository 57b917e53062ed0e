using System.Net;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Testing;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.AspNetCore.Tests;

/// <summary>The inbox beside other programs: conversations change hands by <c>thread_control</c> and by handover webhooks.</summary>
public sealed class InboxRoutingTests
{
    private const string Number = "+16505551234";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TakeAndGiveBack_OfWhatAnotherProgramHas_AskMetaForItAndPassItBack()
    {
        await using InboxSite site = await InboxSite.OpenAsync(usesThreadControl: true, role: "escalation");
        CustomerKey customer = await site.WriteAsync();
        EmulatedCustomer pablo = site.Cloud.Customer(Number);
        await pablo.TakeConversationFromAppAsync("ai_agent", cancellationToken: Stop);
        await OwnedByAsync(site, customer, ConversationOwner.Other);
        using HttpClient ann = site.Client();

        Assert.Equal(HttpStatusCode.OK, (await InboxSite.ActAsync(ann, customer, "take")).StatusCode);
        Assert.Equal("escalation", pablo.ConversationOwner);
        Assert.Equal(HttpStatusCode.OK, (await InboxSite.ActAsync(ann, customer, "text", """{"text":"hi"}""")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await InboxSite.ActAsync(ann, customer, "give-back")).StatusCode);

        Assert.Equal("ai_agent", pablo.ConversationOwner);
        Assert.Equal(ConversationOwner.Other, (await site.Shop.Conversations.GetAsync(customer, Stop))!.Owner);
        Assert.Equal(
            ["human_took_over: ann", "human_gave_back: ann"],
            (await EntriesAsync(site, customer)).Where(entry => entry.By == "ann" && entry.Kind == ConversationEntryKind.Event)
                .Select(entry => $"{entry.Type}: {entry.By}"));
    }

    [Fact]
    public async Task Take_OfANumberThatMayNotTake_IsRefusedAndChangesNothing()
    {
        await using InboxSite site = await InboxSite.OpenAsync(usesThreadControl: true);
        CustomerKey customer = await site.WriteAsync();
        EmulatedCustomer pablo = site.Cloud.Customer(Number);
        await pablo.TakeConversationFromAppAsync(cancellationToken: Stop);
        await OwnedByAsync(site, customer, ConversationOwner.Other);
        using HttpClient ann = site.Client();

        HttpResponseMessage refused = await InboxSite.ActAsync(ann, customer, "take");

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("escalation", pablo.ConversationOwner);
        Assert.Equal(ConversationOwner.Other, (await site.Shop.Conversations.GetAsync(customer, Stop))!.Owner);
        Assert.DoesNotContain(await EntriesAsync(site, customer), entry => entry.Type == "human_took_over");
    }

    [Fact]
    public async Task Take_WithoutThreadControl_LeavesMetasRoutingAlone()
    {
        await using InboxSite site = await InboxSite.OpenAsync(role: "escalation");
        CustomerKey customer = await site.WriteAsync();
        EmulatedCustomer pablo = site.Cloud.Customer(Number);
        await pablo.TakeConversationFromAppAsync("ai_agent", cancellationToken: Stop);
        await OwnedByAsync(site, customer, ConversationOwner.Other);
        using HttpClient ann = site.Client();

        Assert.Equal(HttpStatusCode.OK, (await InboxSite.ActAsync(ann, customer, "take")).StatusCode);

        Assert.Equal("ai_agent", pablo.ConversationOwner);
    }

    [Fact]
    public async Task Pass_ToTheAppAsEscalation_WaitsForAPersonWhoTakesIt()
    {
        await using InboxSite site = await InboxSite.OpenAsync(usesThreadControl: true, role: "escalation");
        CustomerKey customer = await site.WriteAsync();
        EmulatedCustomer pablo = site.Cloud.Customer(Number);
        await pablo.TakeConversationFromAppAsync("ai_agent", cancellationToken: Stop);
        await OwnedByAsync(site, customer, ConversationOwner.Other);

        await pablo.PassConversationToAppAsync("Wants a person", Stop);
        await OwnedByAsync(site, customer, ConversationOwner.Human);
        using HttpClient ann = site.Client();
        using HttpClient bob = site.Client("bob");

        Assert.Contains(
            await EntriesAsync(site, customer), entry => entry is { Type: "human_took_over", Content.Text: "Wants a person", By: null });
        Assert.Equal(HttpStatusCode.OK, (await InboxSite.ActAsync(ann, customer, "take")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await InboxSite.ActAsync(bob, customer, "take")).StatusCode);
    }

    [Fact]
    public async Task Take_ByAnotherProgram_EndsTheAgentsTurn()
    {
        await using InboxSite site = await InboxSite.OpenAsync();
        CustomerKey customer = await site.WriteAsync();
        EmulatedCustomer pablo = site.Cloud.Customer(Number);
        using HttpClient ann = site.Client();
        Assert.Equal(HttpStatusCode.OK, (await InboxSite.ActAsync(ann, customer, "take")).StatusCode);

        await pablo.TakeConversationFromAppAsync(cancellationToken: Stop);
        await OwnedByAsync(site, customer, ConversationOwner.Other);

        Assert.Equal(HttpStatusCode.Conflict, (await InboxSite.ActAsync(ann, customer, "text", """{"text":"hi"}""")).StatusCode);
        Assert.Empty(pablo.Received);
    }

    [Fact]
    public async Task Release_ThenTheCustomerWrites_IsTheStorefrontsAgain()
    {
        await using InboxSite site = await InboxSite.OpenAsync(role: "escalation");
        CustomerKey customer = await site.WriteAsync();
        EmulatedCustomer pablo = site.Cloud.Customer(Number);
        await pablo.TakeConversationFromAppAsync("ai_agent", cancellationToken: Stop);
        await OwnedByAsync(site, customer, ConversationOwner.Other);

        // What the other program does when it releases: Meta tells nobody, and routes the next message.
        await site.Client<WhatsCommerceClient>().Conversations.TakeAsync(Number, cancellationToken: Stop);
        await site.Client<WhatsCommerceClient>().Conversations.ReleaseAsync(Number, cancellationToken: Stop);
        await pablo.SendTextAsync("Anybody there?", Stop);

        await OwnedByAsync(site, customer, ConversationOwner.Bot);
    }

    private static Task OwnedByAsync(InboxSite site, CustomerKey customer, ConversationOwner owner) => Patiently.Until(async () =>
        (await site.Shop.Conversations.GetAsync(customer, Stop))?.Owner == owner);

    private static Task<IReadOnlyList<ConversationEntry>> EntriesAsync(InboxSite site, CustomerKey customer) =>
        site.Shop.Conversations.ReadAsync(customer, cancellationToken: Stop);
}
