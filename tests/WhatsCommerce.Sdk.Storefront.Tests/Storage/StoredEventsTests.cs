using System.Text.Json.Serialization.Metadata;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Storage;

/// <summary>Events as databases keep them.</summary>
public sealed class StoredEventsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, 123, TimeSpan.Zero);

    [Fact]
    public void Write_EveryEvent_HasANameOfItsOwn()
    {
        IEnumerable<Type> events = typeof(StorefrontEvent).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(StorefrontEvent)));

        Assert.Empty(events.Where(type => !StoredEvents.Has(type)).Select(type => type.Name));
        Assert.Equal(StoredEvents.AllNames.Count(), StoredEvents.AllNames.Distinct().Count());
    }

    [Fact]
    public void Read_WhatWasWritten_IsEqual() => Assert.All(Examples, written =>
    {
        (string name, string json) = StoredEvents.Write(written);

        Assert.Equal(written, StoredEvents.Read(name, json));
    });

    [Fact]
    public void Members_OfEverythingStored_CanBeReadBack()
    {
        HashSet<Type> seen = [];
        Queue<Type> open = new(
        [
            typeof(RecoverySettings), typeof(RecoverySequence), typeof(RecoveryCustomer), typeof(Reminder),
            typeof(Cart), typeof(CustomerConversation), typeof(ConversationContent), typeof(ConversationEntry),
            typeof(Order), typeof(PaymentAttempt), typeof(Refund), typeof(CatalogProduct), typeof(CatalogImport),
            .. typeof(StorefrontEvent).Assembly.GetTypes().Where(StoredEvents.Has),
        ]);
        List<string> lost = [];
        while (open.TryDequeue(out Type? type))
        {
            if (!seen.Add(type))
            {
                continue;
            }

            JsonTypeInfo stored = StoredJson.Of(type);
            if (stored.Kind == JsonTypeInfoKind.Object && !stored.Properties.Any(property => property.Set is not null))
            {
                lost.Add(type.Name);
            }

            foreach (JsonPropertyInfo property in stored.Properties.Where(property => property.Set is not null))
            {
                open.Enqueue(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
            }

            if (stored.ElementType is not null)
            {
                open.Enqueue(stored.ElementType);
            }
        }

        Assert.Empty(lost);
    }

    [Fact]
    public void Write_Money_IsInMinorUnits()
    {
        (string name, string json) = StoredEvents.Write(Examples.OfType<PaymentReceived>().First());

        Assert.Equal("payment_received", name);
        Assert.Contains("""
            "amount":{"minor":698,"currency":"USD"}
            """, json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+16505551234")]
    [InlineData("16505551234")]
    [InlineData("US.13491208655302741918")]
    [InlineData(null)]
    public void RecipientText_ReadBack_IsTheSameAddress(string? address)
    {
        Recipient recipient = address;

        Assert.Equal(recipient, RecipientText.Read(RecipientText.Write(recipient)));
    }

    [Fact]
    public void RecipientText_Group_IsTheSameAddress() =>
        Assert.Equal(Recipient.Group("abc"), RecipientText.Read(RecipientText.Write(Recipient.Group("abc"))));

    private static IEnumerable<StorefrontEvent> Examples =>
    [
        new CartReceived { Id = "1", ShopId = "s", Customer = Pablo, At = Noon, CartId = "c" },
        new CartAbandoned { Id = "1a", ShopId = "s", Customer = Pablo, At = Noon, CartId = "c" },
        new ReminderSent { Id = "1b", ShopId = "s", Customer = Pablo, At = Noon, CartId = "c", ReminderId = "r", Step = ReminderStep.Last },
        new ReminderSkipped
        {
            Id = "1c",
            ShopId = "s",
            Customer = Pablo,
            At = Noon,
            CartId = "c",
            ReminderId = "r",
            Step = ReminderStep.First,
            Reason = SkipReason.QuietHours,
        },
        new CartRecovered
        {
            Id = "1d",
            ShopId = "s",
            Customer = Pablo,
            At = Noon,
            CartId = "c",
            ReminderId = "r",
            OrderId = "o",
            Total = new Money(6.98m, "USD"),
        },
        new HumanTookOver { Id = "h1", ShopId = "s", Customer = Pablo, At = Noon, By = "ann", Reason = "angry" },
        new HumanGaveBack { Id = "h2", ShopId = "s", Customer = Pablo, At = Noon, Cause = GiveBackCause.Idle },
        new MessageReceived
        {
            Id = "2",
            ShopId = "s",
            Customer = Pablo,
            At = Noon,
            PhoneNumberId = "106540352242922",
            To = "+16505551234",
            Message = new InboundMessage
            {
                Id = "wamid.1",
                Kind = InboundMessageKind.Text,
                Text = "Is it sweet?",
                RetailerId = "apple-1kg",
                Latitude = 52.5,
            },
        },
        new MessageFailed { Id = "2f", ShopId = "s", Customer = Pablo, At = Noon, CallbackData = "offer", Code = 131051 },
        new ProductAsked { Id = "2a", ShopId = "s", Customer = Pablo, At = Noon, RetailerId = "apple-1kg", Price = new Money(
            3.49m, "USD") },
        new PaymentReceived
        {
            Id = "3",
            ShopId = "s",
            Customer = Pablo,
            At = Noon,
            OrderId = "o",
            OrderNumber = "K7M2P9Q",
            Amount = new Money(6.98m, "USD"),
            AttemptId = "a",
        },
        new PaymentReceived
        {
            Id = "4",
            ShopId = "s",
            Customer = default,
            At = Noon,
            OrderId = "o",
            OrderNumber = "K7M2P9Q",
            Amount = new Money(7, "JPY"),
            By = "ann",
            Reason = "cash",
        },
        new OrderNeedsReview
        {
            Id = "5",
            ShopId = "s",
            Customer = Pablo,
            At = Noon,
            OrderId = "o",
            OrderNumber = "K7M2P9Q",
            Reason = ReviewReason.PaidTwice,
        },
    ];

    private static CustomerKey Pablo => new("pablo");
}
