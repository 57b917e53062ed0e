using WhatsCommerce.Messages;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.Storefront.Tests.Recovery;

/// <summary>Reminders of one cart at a time.</summary>
public sealed class RecoveryTests
{
    private static readonly CustomerKey Pablo = new("pablo");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tick_AnHourAfterTheCart_SendsTotalLinkAndButtonsWithTheIdOfTheReminder()
    {
        using RecoveryFixture shop = new();
        await shop.SendCartAsync();

        await shop.PassAsync(TimeSpan.FromHours(1));

        (Recipient to, OutboundMessage message, SendOptions options) = Assert.Single(shop.Client.Sent);
        Reminder reminder = Assert.Single(await shop.RemindersAsync());
        ReplyButtonsMessage buttons = Assert.IsType<ReplyButtonsMessage>(message);
        Assert.Equal("16505551234", to.Value);
        Assert.Contains("6.98", buttons.Body, StringComparison.Ordinal);
        Assert.Contains($"https://shop.example/shop/remind/{reminder.Id}", buttons.Body, StringComparison.Ordinal);
        Assert.All(buttons.Buttons, button => Assert.Contains(reminder.Id.ToString(), button.Id, StringComparison.Ordinal));
        Assert.Equal($"wcr:{reminder.Id}", options.CallbackData);
        Assert.NotNull(options.OnceKey);
        Assert.Equal((ReminderStep.First, ReminderOutcome.Sent), (reminder.Step, reminder.Outcome));
    }

    [Fact]
    public async Task Tick_BeforeTheHour_SendsNothing()
    {
        using RecoveryFixture shop = new();
        await shop.SendCartAsync();

        await shop.PassAsync(TimeSpan.FromMinutes(59));

        Assert.Empty(shop.Client.Sent);
        Assert.Empty(await shop.RemindersAsync());
    }

    [Fact]
    public async Task Tick_TwentyHoursAfterTheCart_SendsTheLastOneAndEnds()
    {
        using RecoveryFixture shop = new();
        await shop.SendCartAsync();
        await shop.PassAsync(TimeSpan.FromHours(1));

        await shop.PassAsync(TimeSpan.FromHours(19));
        await shop.PassAsync(TimeSpan.FromDays(5));

        Assert.Equal([ReminderStep.First, ReminderStep.Last], (await shop.RemindersAsync()).Select(one => one.Step));
        Assert.Equal(2, shop.Client.Sent.Count);
    }

    [Fact]
    public async Task Tick_PriceThatChanged_SaysSoWithTodaysTotal()
    {
        using RecoveryFixture shop = new();
        await shop.SendCartAsync();
        await shop.PassAsync(TimeSpan.FromHours(1));
        shop.World.Price = 4m;

        await shop.PassAsync(TimeSpan.FromHours(19));

        string body = Assert.IsType<ReplyButtonsMessage>(shop.Client.Sent[^1].Message).Body!;
        Assert.Contains("8.00", body, StringComparison.Ordinal);
        Assert.Contains("Prices have changed", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tick_OneOfTwoProductsIsSoldOut_TellsWhatIsGoneWithTheTotalOfTheRest()
    {
        using RecoveryFixture shop = new();
        await shop.SendCartAsync(Pablo, "apple", "pear");
        shop.World.SoldOut.Add("pear");
        shop.World.Price = 4m;

        await shop.PassAsync(TimeSpan.FromHours(1));

        ReplyButtonsMessage message = Assert.IsType<ReplyButtonsMessage>(Assert.Single(shop.Client.Sent).Message);
        Assert.Contains("pear", message.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Apples", message.Body, StringComparison.Ordinal);
        Assert.Contains("8.00", message.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("remind/", message.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Press_PayOfAReminderOfWhatIsPartlyGone_AsksAboutTheRest()
    {
        using RecoveryFixture shop = new();
        await shop.SendCartAsync(Pablo, "apple", "pear");
        shop.World.SoldOut.Add("pear");
        await shop.PassAsync(TimeSpan.FromHours(1));
        Reminder reminder = Assert.Single(await shop.RemindersAsync());

        ReplyContext context = await shop.PressAsync(ReminderButtons.Of(reminder.Id, ReminderButtons.Pay), Pablo);

        ReplyButtonsMessage question = Assert.IsType<ReplyButtonsMessage>(Assert.Single(context.Sent));
        Assert.Contains("2 x Apples", question.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tick_AllIsSoldOut_SkipsForThatReasonAndEnds()
    {
        using RecoveryFixture shop = new();
        await shop.SendCartAsync(Pablo, "apple", "pear");
        shop.World.SoldOut.UnionWith(["apple", "pear"]);

        await shop.PassAsync(TimeSpan.FromHours(1));
        await shop.PassAsync(TimeSpan.FromHours(19));

        Assert.Equal(SkipReason.SoldOut, Assert.Single(await shop.RemindersAsync()).Reason);
        Assert.Empty(shop.Client.Sent);
    }

    [Fact]
    public async Task Tick_OfferThatEndsInAMoment_WaitsForItsEndAndTellsWhatIsGone()
    {
        using RecoveryFixture shop = new();
        Cart cart = await shop.SendCartAsync(Pablo, "apple", "pear");
        shop.Clock.MoveTo(shop.Clock.Now.AddMinutes(1));
        await shop.Instance.Rooms.Checkout.OfferAsync(cart.Id, cancellationToken: Stop);
        shop.World.SoldOut.Add("pear");

        await shop.PassAsync(TimeSpan.FromMinutes(59));
        Assert.Empty(shop.Client.Sent);
        await shop.PassAsync(TimeSpan.FromMinutes(1));

        ReplyButtonsMessage message = Assert.IsType<ReplyButtonsMessage>(Assert.Single(shop.Client.Sent).Message);
        Assert.Contains("pear", message.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Press_AskAPerson_TellsOnceThatAPersonIsWanted()
    {
        using RecoveryFixture shop = new();
        await shop.SendCartAsync();
        await shop.PassAsync(TimeSpan.FromHours(1));
        Reminder reminder = Assert.Single(await shop.RemindersAsync());

        await shop.PressAsync(ReminderButtons.Of(reminder.Id, ReminderButtons.Help), Pablo);
        await shop.PressAsync(ReminderButtons.Of(reminder.Id, ReminderButtons.Help), Pablo);

        HumanRequested requested = Assert.Single(shop.Told.OfType<HumanRequested>());
        Assert.Equal((HumanRequestCause.Reminder, Pablo), (requested.Cause, requested.Customer));
        Assert.Equal("16505551234", requested.To.Value);
    }

    [Fact]
    public async Task Press_AskAPerson_HandsOverSoThatALaterCartIsNotRemindedOf()
    {
        using RecoveryFixture shop = new();
        await shop.SendCartAsync();
        await shop.PassAsync(TimeSpan.FromHours(1));
        Reminder reminder = Assert.Single(await shop.RemindersAsync());

        await shop.PressAsync(ReminderButtons.Of(reminder.Id, ReminderButtons.Help), Pablo);
        await shop.SendCartAsync();
        await shop.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(SkipReason.HumanOwner, Assert.Single(await shop.RemindersAsync()).Reason);
        Assert.Single(shop.Client.Sent);
    }

    [Fact]
    public async Task Tick_ShopThatSaysOff_SkipsForThatReason()
    {
        using RecoveryFixture shop = new();
        await shop.SendCartAsync();
        await shop.Instance.Recovery.ConfigureAsync(settings => settings with { IsEnabled = false }, Stop);

        await shop.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(SkipReason.Off, Assert.Single(await shop.RemindersAsync()).Reason);
    }

    [Fact]
    public async Task Tick_SwitchedOnAgain_LeavesCartsFromBeforeAlone()
    {
        using RecoveryFixture shop = new();
        await shop.SendCartAsync();
        await shop.Instance.Recovery.ConfigureAsync(settings => settings with { IsEnabled = false }, Stop);
        shop.Clock.MoveTo(shop.Clock.Now.AddMinutes(1));
        await shop.Instance.Recovery.ConfigureAsync(settings => settings with { IsEnabled = true }, Stop);

        await shop.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(SkipReason.Off, Assert.Single(await shop.RemindersAsync()).Reason);
    }

    [Fact]
    public async Task Tick_Paused_WaitsAndGoesOnWithWhatIsNotTooLate()
    {
        using RecoveryFixture shop = new();
        await shop.SendCartAsync();
        await shop.Instance.Recovery.PauseAsync(Stop);
        await shop.PassAsync(TimeSpan.FromHours(2));
        Assert.Empty(await shop.RemindersAsync());

        await shop.Instance.Recovery.ResumeAsync(Stop);
        await shop.TickAsync();

        Assert.Single(shop.Client.Sent);
    }

    [Fact]
    public async Task Tick_AfterADayDown_SkipsWhatIsOutsideOfTheWindow()
    {
        using RecoveryFixture shop = new();
        await shop.SendCartAsync();

        await shop.PassAsync(TimeSpan.FromHours(25));

        Assert.Equal(SkipReason.OutsideWindow, (await shop.RemindersAsync())[0].Reason);
        Assert.Empty(shop.Client.Sent);
    }

    [Fact]
    public async Task Tick_ManyAreDueAtOnce_KeepsToThePace()
    {
        using RecoveryFixture shop = new();
        await shop.Instance.Recovery.ConfigureAsync(settings => settings with { MaxPerMinute = 2 }, Stop);
        for (int i = 0; i < 5; i++)
        {
            await shop.SendCartAsync(new CustomerKey($"customer{i}"));
        }

        await shop.PassAsync(TimeSpan.FromHours(1));
        await shop.TickAsync();
        Assert.Equal(2, shop.Client.Sent.Count);

        await shop.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(4, shop.Client.Sent.Count);
    }

    [Theory]
    [InlineData("STOP")]
    [InlineData("darme de baja")]
    [InlineData("إلغاء الاشتراك")]
    public async Task Receive_StopWord_OptsOutOfLaterCartsToo(string word)
    {
        using RecoveryFixture shop = new();
        await shop.ReceiveAsync(word);
        shop.Clock.MoveTo(shop.Clock.Now.AddMinutes(1));
        await shop.SendCartAsync();

        await shop.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(SkipReason.OptedOut, Assert.Single(await shop.RemindersAsync()).Reason);
    }

    [Fact]
    public async Task Receive_OtherWords_StopThisCartAlone()
    {
        using RecoveryFixture shop = new();
        await shop.SendCartAsync();
        shop.Clock.MoveTo(shop.Clock.Now.AddMinutes(1));
        await shop.ReceiveAsync("I stop by tomorrow");

        await shop.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(SkipReason.Replied, Assert.Single(await shop.RemindersAsync()).Reason);
        Assert.Null((await shop.Instance.Store.FindCustomerAsync("shop", Pablo, Stop))!.OptedOutAt);
    }

    [Fact]
    public async Task Open_LinkOfAReminder_LeadsToTheAttemptAndIsCounted()
    {
        using RecoveryFixture shop = new();
        Cart cart = await shop.SendCartAsync();
        await shop.PassAsync(TimeSpan.FromHours(1));
        Reminder reminder = Assert.Single(await shop.RemindersAsync());

        AttemptId attempt = await shop.Instance.Recovery.OpenAsync(reminder.Id, Stop);
        await shop.PayAsync(attempt);

        ReminderStepReport step = Assert.Single((await shop.ReportAsync()).Steps);
        Assert.Equal((1, 1, 1, 1), (step.Due, step.Sent, step.Opened, step.Paid));
        Assert.Equal([new Money(6.98m, "USD")], step.Revenue);
        CartRecovered recovered = Assert.Single(shop.Told.OfType<CartRecovered>());
        Assert.Equal((cart.Id, reminder.Id), (recovered.CartId, recovered.ReminderId));
    }

    [Fact]
    public async Task Place_OrderOfWhoFollowedNoReminder_IsNobodysMerit()
    {
        using RecoveryFixture shop = new();
        Cart cart = await shop.SendCartAsync();
        await shop.PassAsync(TimeSpan.FromHours(1));

        OfferResult offer = await shop.Instance.Rooms.Checkout.OfferAsync(cart.Id, cancellationToken: Stop);
        await shop.PayAsync(offer.Attempt!.Id);

        RecoveryReport report = await shop.ReportAsync();
        Assert.Equal(0, Assert.Single(report.Steps).Paid);
        Assert.Equal((1, 1), (report.Reminded.Carts, report.Reminded.Paid));
        Assert.Empty(shop.Told.OfType<CartRecovered>());
    }

    [Fact]
    public async Task Open_IdThatNobodyHas_LeadsNowhere()
    {
        using RecoveryFixture shop = new();

        Assert.False((await shop.Instance.Recovery.OpenAsync("guessed", Stop)).HasValue);
    }

    [Theory]
    [InlineData("pay", typeof(CallToActionMessage))]
    [InlineData("help", typeof(TextMessage))]
    [InlineData("no", typeof(TextMessage))]
    public async Task Press_ButtonOfAReminder_IsAnsweredAndCounted(string choice, Type answer)
    {
        using RecoveryFixture shop = new();
        await shop.SendCartAsync();
        await shop.PassAsync(TimeSpan.FromHours(1));
        Reminder reminder = Assert.Single(await shop.RemindersAsync());

        ReplyContext context = await shop.PressAsync(ReminderButtons.Of(reminder.Id, choice), Pablo);

        Assert.IsType(answer, Assert.Single(context.Sent));
        Assert.Equal(1, Assert.Single((await shop.ReportAsync()).Steps).Replied);
    }

    [Fact]
    public async Task Press_ButtonOfAnotherCustomer_MovesNothing()
    {
        using RecoveryFixture shop = new();
        Cart cart = await shop.SendCartAsync();
        await shop.PassAsync(TimeSpan.FromHours(1));
        Reminder reminder = Assert.Single(await shop.RemindersAsync());

        ReplyContext context = await shop.PressAsync(ReminderButtons.Of(reminder.Id, ReminderButtons.Decline), new CustomerKey("eve"));

        Assert.Empty(context.Sent);
        Assert.True((await shop.Instance.Rooms.Carts.GetAsync(cart.Id, Stop))!.IsLive);
    }

    [Fact]
    public async Task Status_OfAReminderWhoseOutcomeIsUnknown_TellsThatItWasSent()
    {
        using RecoveryFixture shop = new() { Fails = static () => new InstanceDiedException() };
        await shop.SendCartAsync();
        await shop.PassAsync(TimeSpan.FromHours(1));
        shop.Fails = null;
        await shop.PassAsync(TimeSpan.FromHours(3));
        Reminder reminder = Assert.Single(await shop.RemindersAsync());
        Assert.Equal(ReminderOutcome.Unknown, reminder.Outcome);

        StatusEvent delivered = new()
        {
            MessageId = "wamid.X",
            Status = MessageStatus.Delivered,
            CallbackData = ReminderButtons.DataOf(reminder.Id),
            Timestamp = shop.Clock.Now,
        };
        Assert.True(RecoveryPeople.IsOfReminder(delivered));
        await shop.Instance.People.ReceiveAsync(delivered, Stop);

        Reminder known = Assert.Single(await shop.RemindersAsync());
        Assert.Equal((ReminderOutcome.Sent, "wamid.X"), (known.Outcome, known.MessageId.Value));
        Assert.NotNull(known.DeliveredAt);
        Assert.Empty(shop.Client.Sent);
    }

    [Fact]
    public async Task Tick_Reminder_IsSentInTheNameOfTheStorefront()
    {
        List<ConversationAuthor> authors = [];
        using RecoveryFixture shop = new()
        {
            Fails = () =>
            {
                authors.Add(SendAuthor.Current.Author);
                return new RefusedException();
            },
        };
        await shop.SendCartAsync();

        await shop.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal([ConversationAuthor.Storefront], authors);
    }

    [Fact]
    public async Task Tick_SendThatMetaRefusesForGood_IsSkippedAndNotTriedAgain()
    {
        using RecoveryFixture shop = new() { Fails = static () => new RefusedException() };
        await shop.SendCartAsync();

        await shop.PassAsync(TimeSpan.FromHours(1));
        await shop.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(SkipReason.Refused, Assert.Single(await shop.RemindersAsync()).Reason);
        Assert.Empty((await shop.Instance.Store.FindCustomerAsync("shop", Pablo, Stop))!.SentAt);
    }

    [Fact]
    public async Task Tick_AppStopsBeforeTheSend_IsSentAfterTheRestart()
    {
        using CancellationTokenSource stopping = new();
        using RecoveryFixture shop = new()
        {
            Fails = () =>
            {
                stopping.Cancel();
                return new OperationCanceledException(stopping.Token);
            },
        };
        await shop.SendCartAsync();
        shop.Clock.MoveTo(shop.Clock.Now.AddHours(1));
        await shop.Instance.TickUntilAsync(stopping.Token);

        shop.Fails = null;
        await shop.PassAsync(RecoveryTimes.Again);

        Assert.Single(shop.Client.Sent);
        Assert.Equal(ReminderOutcome.Sent, Assert.Single(await shop.RemindersAsync()).Outcome);
    }

    [Fact]
    public async Task Configure_ValuesOutsideOfTheirLimits_AreRefused()
    {
        using RecoveryFixture shop = new();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => shop.Instance.Recovery.ConfigureAsync(
            settings => settings with { FirstAfter = TimeSpan.FromMinutes(1) }, Stop));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => shop.Instance.Recovery.ConfigureAsync(
            settings => settings with { HoldOutShare = 0.9 }, Stop));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => shop.Instance.Recovery.ConfigureAsync(
            settings => settings with { Template = "Your cart!" }, Stop));
    }

    [Fact]
    public void HoldOut_OfManyCustomers_HasItsShareAndStaysTheSame()
    {
        int held = Enumerable.Range(0, 10_000).Count(i => HoldOut.Has("shop", new CustomerKey($"customer{i}"), 0.2));

        Assert.InRange(held, 1_800, 2_200);
        Assert.Equal(HoldOut.Has("shop", Pablo, 0.2), HoldOut.Has("shop", Pablo, 0.2));
        Assert.False(HoldOut.Has("shop", Pablo, 0));
    }

    [Fact]
    public void IsReply_CartsAndGroups_AreNone()
    {
        DateTimeOffset now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

        Assert.True(RecoveryPeople.IsReply(new TextEvent { Text = "hello", Timestamp = now }));
        Assert.False(RecoveryPeople.IsReply(new OrderEvent { Items = [], Timestamp = now }));
        Assert.False(RecoveryPeople.IsReply(new TextEvent { Text = "hello", Timestamp = now, GroupId = "group" }));
    }
}
