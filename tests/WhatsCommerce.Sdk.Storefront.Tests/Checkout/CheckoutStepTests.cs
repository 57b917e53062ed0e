using WhatsCommerce.Messages;
using WhatsCommerce.Sdk.Storefront.Tests.Replies;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Checkout;

public sealed class CheckoutStepTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cart_WithDeliverySteps_IsAskedBeforeItIsLocked()
    {
        ShopFixture shop = Shop();
        AnswersFixture answers = new(shop);

        Cart cart = await answers.SendCartAsync();

        Assert.StartsWith("How would you like to get your order?", answers.LastText, StringComparison.Ordinal);
        Cart asked = await CartAsync(shop, cart);
        Assert.Equal((CartState.Open, "delivery"), (asked.State, asked.AskedStep));
        Assert.Empty(shop.Provider.Calls);
    }

    [Fact]
    public async Task Pickup_Chosen_AsksForNoAddressAndOffers()
    {
        ShopFixture shop = Shop();
        AnswersFixture answers = new(shop);
        Cart cart = await answers.SendCartAsync();

        await answers.PressTitleAsync("I fetch it");

        Assert.IsType<CallToActionMessage>(answers.Last);
        Cart locked = await CartAsync(shop, cart);
        Assert.Equal(DeliveryMethod.Pickup, locked.Answers.GetDeliveryMethod());
        Assert.Equal(DeliveryMethod.Pickup, (await shop.OrderAsync(locked.OrderId)).Answers.GetDeliveryMethod());
    }

    [Fact]
    public async Task Address_Written_IsConfirmedByAButtonAndStandsInTheOrder()
    {
        ShopFixture shop = Shop();
        AnswersFixture answers = new(shop);
        Cart cart = await answers.SendCartAsync();
        await answers.PressTitleAsync("Deliver it");
        Assert.IsType<LocationRequestMessage>(answers.Last);

        await answers.WriteAsync("1 Orchard Rd, 560001 Bengaluru");
        Assert.StartsWith(
            "Shall we deliver to this address?\n1 Orchard Rd, 560001 Bengaluru", answers.LastText, StringComparison.Ordinal);
        await answers.PressTitleAsync("Yes, deliver there");

        Order order = await shop.OrderAsync((await CartAsync(shop, cart)).OrderId);
        Assert.Equal("1 Orchard Rd, 560001 Bengaluru", order.Answers.GetAddress()!.Text);
    }

    [Fact]
    public async Task Address_NotConfirmed_IsAskedAnew()
    {
        AnswersFixture answers = new(Shop());
        await answers.SendCartAsync();
        await answers.PressTitleAsync("Deliver it");
        await answers.WriteAsync("1 Orchard Rd");

        await answers.PressTitleAsync("Another address");

        Assert.IsType<LocationRequestMessage>(answers.Last);
    }

    [Fact]
    public async Task Address_OfAPlace_NeedsNoConfirmation()
    {
        ShopFixture shop = Shop();
        AnswersFixture answers = new(shop);
        Cart cart = await answers.SendCartAsync();
        await answers.PressTitleAsync("Deliver it");

        await answers.ReceiveAsync(new InboundMessage { Kind = InboundMessageKind.Location, Latitude = 12.5, Longitude = 77.25 });

        DeliveryAddress address = (await CartAsync(shop, cart)).Answers.GetAddress()!;
        Assert.Equal((12.5, 77.25, "12.5, 77.25"), (address.Latitude, address.Longitude, address.Shown));
    }

    [Theory]
    [InlineData("""{"saved_address_id":"a1","values":{"name":"Ana","address":"1 Orchard Rd","city":"Bengaluru","in_pin_code":"560001"}}""")]
    [InlineData("""{"name":"Ana","address":"1 Orchard Rd","city":"Bengaluru","postal_code":"560001","flow_token":"c","floor":3}""")]
    public async Task Address_OfAForm_IsReadByItsMembers(string form)
    {
        ShopFixture shop = Shop();
        AnswersFixture answers = new(shop);
        Cart cart = await answers.SendCartAsync();
        await answers.PressTitleAsync("Deliver it");

        await answers.ReceiveAsync(new InboundMessage { Kind = InboundMessageKind.Form, FormJson = form });

        DeliveryAddress address = (await CartAsync(shop, cart)).Answers.GetAddress()!;
        Assert.Equal(
            ("1 Orchard Rd\nBengaluru\n560001", "560001", "Bengaluru", "Ana"),
            (address.Text, address.PostalCode, address.City, address.Name));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("[1]")]
    [InlineData("{")]
    [InlineData("""{"flow_token":"c"}""")]
    public async Task Address_OfAFormWithoutOne_IsAskedAnew(string? form)
    {
        AnswersFixture answers = new(Shop());
        await answers.SendCartAsync();
        await answers.PressTitleAsync("Deliver it");

        await answers.ReceiveAsync(new InboundMessage { Kind = InboundMessageKind.Form, FormJson = form });

        Assert.IsType<LocationRequestMessage>(answers.Last);
    }

    [Theory]
    [InlineData("+919876543210", true, typeof(AddressRequestMessage))]
    [InlineData("+919876543210", false, typeof(LocationRequestMessage))]
    [InlineData("+16505551234", true, typeof(LocationRequestMessage))]
    public async Task Address_OfIndia_IsAskedByItsFormWhereThatIsWanted(string to, bool isWanted, Type question)
    {
        AnswersFixture answers = new(Shop(new DeliveryStepOptions { UseIndianAddressForm = isWanted, OfferPickup = false }));

        await answers.SendCartAsync(to: to);

        Assert.IsType(question, answers.Last);
    }

    [Fact]
    public async Task Address_WithAFlow_IsAskedByIt()
    {
        AnswersFixture answers = new(Shop(new DeliveryStepOptions { AddressFlowId = "123", OfferPickup = false }));

        await answers.SendCartAsync();

        Assert.Equal("123", Assert.IsType<FlowMessage>(answers.Last).FlowId);
    }

    [Fact]
    public async Task Note_WrittenOrDeclined_GoesOn()
    {
        ShopFixture shop = Shop(new DeliveryStepOptions { AskAddress = false, OfferPickup = false, AskNote = true });
        AnswersFixture answers = new(shop);
        Cart first = await answers.SendCartAsync();
        await answers.WriteAsync("Ring twice");
        Cart locked = await CartAsync(shop, first);
        Assert.Equal("Ring twice", (await shop.OrderAsync(locked.OrderId)).Note);

        await shop.Rooms.Carts.DropAsync(first.Id, Stop);
        Cart second = await answers.SendCartAsync();
        await answers.PressTitleAsync("No, that is all");

        Assert.Null((await shop.OrderAsync((await CartAsync(shop, second)).OrderId)).Note);
    }

    [Fact]
    public async Task Title_TypedInsteadOfPressed_IsUnderstood()
    {
        ShopFixture shop = Shop();
        AnswersFixture answers = new(shop);
        Cart cart = await answers.SendCartAsync();

        await answers.WriteAsync("i fetch it");

        Assert.Equal(DeliveryMethod.Pickup, (await CartAsync(shop, cart)).Answers.GetDeliveryMethod());
    }

    [Fact]
    public async Task Words_ThatAreNoAnswer_GoToTheNextResponder()
    {
        bool isAsked = false;
        Responder next = new(ResponderPlace.DefaultReply, _ => true, (_, _, _) => Task.FromResult(isAsked = true));
        AnswersFixture answers = new(Shop(), others: [next]);
        await answers.SendCartAsync();

        await answers.WriteAsync("what do you mean?");

        Assert.True(isAsked);
    }

    [Fact]
    public async Task Answer_WhoseRunIsRepeated_IsReadOnceAndAnsweredOnce()
    {
        ShopFixture shop = Shop();
        AnswersFixture answers = new(shop);
        Cart cart = await answers.SendCartAsync();
        await answers.PressTitleAsync("Deliver it");
        int sent = answers.Client.Sent.Count;

        await answers.ReceiveAsync(new InboundMessage { Kind = InboundMessageKind.Text, Text = "1 Orchard Rd" }, runs: 3);

        Assert.Equal(sent + 1, answers.Client.Sent.Count);
        CheckoutAnswer answer = (await CartAsync(shop, cart)).Answers.Single(one => one.Step == "address");
        Assert.Null(answer.Value);
        Assert.Contains("1 Orchard Rd", answer.Draft, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LastAnswer_WhoseRunIsRepeated_IsNotTakenForTheNextQuestion()
    {
        ShopFixture shop = Shop(new DeliveryStepOptions { AskAddress = true, OfferPickup = false, AskNote = true });
        AnswersFixture answers = new(shop);
        Cart cart = await answers.SendCartAsync();

        await answers.ReceiveAsync(
            new InboundMessage { Kind = InboundMessageKind.Location, Latitude = 1, Longitude = 2 }, runs: 2);

        Cart asked = await CartAsync(shop, cart);
        Assert.Equal(("note", 1), (asked.AskedStep, asked.Answers.Count));
    }

    [Fact]
    public async Task Products_ChangedInTheMiddle_KeepTheAnswers()
    {
        ShopFixture shop = Shop();
        AnswersFixture answers = new(shop);
        Cart cart = await answers.SendCartAsync();
        await answers.PressTitleAsync("Deliver it");

        await shop.Rooms.Carts.ChangeAsync(cart.Id, [new CartLine { RetailerId = "apple-1kg", Quantity = 5 }], Stop);
        await answers.ReceiveAsync(new InboundMessage { Kind = InboundMessageKind.Location, Latitude = 1, Longitude = 2 });

        Order order = await shop.OrderAsync((await CartAsync(shop, cart)).OrderId);
        Assert.Equal((5, DeliveryMethod.Delivery), (order.Quote.Lines.Single().Quantity, order.Answers.GetDeliveryMethod()));
    }

    [Theory]
    [InlineData("Add to the first", 4)]
    [InlineData("Replace the first", 2)]
    public async Task SecondCart_InTheMiddle_GoesOnWithTheAnswersOfTheFirst(string choice, int quantity)
    {
        ShopFixture shop = Shop();
        AnswersFixture answers = new(shop);
        await answers.SendCartAsync();
        await answers.PressTitleAsync("Deliver it");

        Cart second = await answers.SendCartAsync();
        await answers.PressTitleAsync(choice);

        Cart asked = await CartAsync(shop, second);
        Assert.Equal((quantity, "address"), (asked.Lines.Single().Quantity, asked.AskedStep));
        Assert.Equal(DeliveryMethod.Delivery, asked.Answers.GetDeliveryMethod());
    }

    [Fact]
    public async Task Button_OfSomebodyElsesStep_AnswersNothing()
    {
        ShopFixture shop = Shop();
        AnswersFixture answers = new(shop);
        Cart cart = await answers.SendCartAsync();

        await answers.PressAsync(MessageChoices.IdOf(answers.Last, "I fetch it")!, new CustomerKey("maria"));

        Assert.Empty((await CartAsync(shop, cart)).Answers);
        Assert.Single(answers.Client.Sent);
    }

    [Fact]
    public async Task Shipping_IsAskedForWithTheAddressAlone()
    {
        AddressedShipping shipping = new();
        ShopFixture shop = Shop(seams: seams => seams with { Shipping = shipping });
        AnswersFixture answers = new(shop);
        await answers.SendCartAsync();
        await answers.PressTitleAsync("Deliver it");
        Assert.Empty(shipping.Asked);

        await answers.ReceiveAsync(
            new InboundMessage { Kind = InboundMessageKind.Form, FormJson = """{"address":"1 Orchard Rd","postal_code":"560001"}""" });

        Assert.Equal("560001", Assert.Single(shipping.Asked)!.PostalCode);
        Assert.Contains("Delivery: 2.00 USD", answers.LastText, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_OfTheSameName_AreAnError()
    {
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(
            () => new CheckoutSteps([new NoteStep(), new NoteStep()], new Texts(new StorefrontOptions())));

        Assert.Contains("note", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ButtonId_OfAnyValue_IsReadBack()
    {
        CheckoutStepContext context = new(
            new Cart { ShopId = "shop", Id = "c", Customer = new("pablo"), Lines = [], CreatedAt = default, ExpiresAt = default }, "slot");

        InboundMessage pressed = new() { Kind = InboundMessageKind.Button, ButtonId = context.ButtonId("10:00-12:00 = früh") };

        Assert.Equal("10:00-12:00 = früh", context.PressedValue(pressed));
    }

    [Fact]
    public void Answer_Printed_HidesWhatTheCustomerSaid() => Assert.DoesNotContain(
        "Orchard",
        new CheckoutAnswer { Step = "address", Value = "1 Orchard Rd", Draft = "Orchard" }.ToString(),
        StringComparison.Ordinal);

    private static ShopFixture Shop(DeliveryStepOptions? options = null, Func<ShopSeams, ShopSeams>? seams = null)
    {
        options ??= new DeliveryStepOptions();
        ICheckoutStep?[] steps =
        [
            options.OfferPickup ? new DeliveryMethodStep() : null,
            options.AskAddress ? new AddressStep(options) : null,
            options.AskNote ? new NoteStep() : null,
        ];
        return new ShopFixture(seams: standard =>
            (seams?.Invoke(standard) ?? standard) with { Steps = [.. steps.OfType<ICheckoutStep>()] });
    }

    private static async Task<Cart> CartAsync(ShopFixture shop, Cart cart) => (await shop.Rooms.Carts.GetAsync(cart.Id, Stop))!;

    private sealed class AddressedShipping : IShippingQuote
    {
        public List<DeliveryAddress?> Asked { get; } = [];

        public Task<Money> GetShippingAsync(QuoteDraft draft, CancellationToken cancellationToken)
        {
            Asked.Add(draft.Answers.GetAddress());
            return Task.FromResult(new Money(2m, "USD"));
        }
    }
}
