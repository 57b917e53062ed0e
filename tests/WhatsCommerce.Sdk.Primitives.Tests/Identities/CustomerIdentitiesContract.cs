using System.Collections.Concurrent;

namespace WhatsCommerce.Tests.Identities;

/// <summary>Who is whom: what every implementation must find.</summary>
public abstract class CustomerIdentitiesContract : IAsyncDisposable
{
    private static readonly DateTimeOffset Noon = new(2025, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Merges _merges = new();
    private ICustomerIdentities? _identities;
    private ICustomerIdentities? _other;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ResolveAsync_SameIds_GivesTheSameKey()
    {
        CustomerKey key = await Resolve(phone: "16505550101", user: "US.1");

        Assert.True(key.HasValue);
        Assert.Equal(key, await Resolve(phone: "16505550101", user: "US.1"));
        Assert.Equal(key, await Resolve(phone: "16505550101"));
        Assert.Equal(key, await Resolve(phone: "+16505550101"));
        Assert.Equal(key, await Resolve(user: "US.1"));
        Assert.Empty(_merges);
    }

    [Fact]
    public async Task ResolveAsync_AnotherInstance_GivesTheSameKey()
    {
        CustomerKey key = await Resolve(phone: "16505550101", user: "US.1");

        Assert.Equal(key, await _other!.ResolveAsync(Ids(user: "US.1"), Cancel));
        Assert.Equal(key, await _other.ResolveAsync(Ids(phone: "16505550101"), Cancel));
    }

    [Fact]
    public async Task ResolveAsync_OtherIds_GiveOtherKeys() => Assert.Equal(6, new[]
    {
        await Resolve(phone: "16505550101"),
        await Resolve(phone: "16505550102"),
        await Resolve(user: "US.1"),
        await Resolve(user: "US.2"),
        await Resolve(parent: "US.ENT.1"),
        await Resolve(user: "16505550101"), // an id of another kind, whatever it looks like
    }.Distinct().Count());

    [Theory]
    [InlineData("553187654321", "5531987654321")]
    [InlineData("525512345678", "5215512345678")]
    [InlineData("541141234567", "5491141234567")]
    [InlineData("54111541234567", "5491141234567")]
    public async Task ResolveAsync_FormsOfOneLine_AreOneCustomer(string one, string other)
    {
        CustomerKey key = await Resolve(phone: one);

        Assert.Equal(key, await Resolve(phone: other));
        Assert.Equal(key, await Resolve(phone: one, user: "BR.1"));
        Assert.Equal(key, await Resolve(phone: other, user: "BR.1"));
        Assert.Empty(_merges);
    }

    [Fact]
    public async Task ResolveAsync_Key_TellsNothingOfTheCustomer()
    {
        CustomerKey key = await Resolve(phone: "16505550101", user: "US.13491208655302741918");

        Assert.Equal(32, key.Value!.Length);
        Assert.DoesNotContain("6505550101", key.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("1349120865", key.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("", "", "")]
    [InlineData(" ", "\t", " ")]
    [InlineData("+", null, null)]
    public async Task ResolveAsync_BlankIds_AreNobody(string? phone, string? user, string? parent)
    {
        Assert.Equal(default, await Resolve(phone, user, parent));
        Assert.Equal(default, await Resolve(phone, user, parent, previous: Ids(phone, user, parent)));
    }

    [Fact]
    public async Task ResolveAsync_BlankIdsBesideOthers_MergeNobody()
    {
        CustomerKey one = await Resolve(phone: "16505550101", user: "", parent: " ");
        CustomerKey two = await Resolve(phone: "16505550102", user: "", parent: " ");
        CustomerKey three = await Resolve(phone: "", user: "US.3", previous: Ids(phone: "", user: " "));
        CustomerKey four = await Resolve(phone: "", user: "US.4", previous: Ids(phone: "", user: " "));

        Assert.Equal(4, new[] { one, two, three, four }.Distinct().Count());
        Assert.Empty(_merges);
    }

    [Fact]
    public async Task ResolveAsync_SameIdsInAnotherScope_AreSomebodyElse()
    {
        CustomerKey one = await Resolve(phone: "16505550101", user: "US.1", parent: "US.ENT.1");
        CustomerKey other = await Resolve(phone: "16505550101", user: "US.1", parent: "US.ENT.1", scope: "other");

        Assert.NotEqual(one, other);
        Assert.Equal(other, await Resolve(user: "US.1", scope: "other"));
        Assert.Equal(one, await Resolve(user: "US.1"));
        Assert.Empty(_merges);
    }

    [Fact]
    public async Task ResolveAsync_ScopesThatReadAlike_AreApart()
    {
        CustomerKey one = await Resolve(user: "1US.1", scope: "a");
        CustomerKey other = await Resolve(user: "US.1", scope: "a1");

        Assert.NotEqual(one, other);
    }

    [Fact]
    public async Task ResolveAsync_NumberAndUserIdSeenApartThenTogether_AreMergedIntoTheOlder()
    {
        CustomerKey byPhone = await Resolve(phone: "16505550101");
        Tick();
        CustomerKey byUser = await Resolve(user: "US.1");

        CustomerKey both = await Resolve(phone: "16505550101", user: "US.1");

        Assert.Equal(byPhone, both);
        Assert.Equal([new CustomersMerged { Survivor = byPhone, Merged = byUser }], _merges);
        Assert.Equal(both, await Resolve(user: "US.1"));
        Assert.Equal(both, await Resolve(phone: "16505550101"));
        Assert.Equal(both, await _identities!.GetCurrentAsync(byUser, Cancel));
        Assert.Equal(both, await _identities.GetCurrentAsync(byPhone, Cancel));
    }

    [Fact]
    public async Task ResolveAsync_NumberKnownAloneThenWithItsUserId_IsOneCustomer()
    {
        CustomerKey byPhone = await Resolve(phone: "16505550101");

        Assert.Equal(byPhone, await Resolve(phone: "16505550101", user: "US.1"));
        Assert.Equal(byPhone, await Resolve(user: "US.1"));
        Assert.Empty(_merges);
    }

    [Fact]
    public async Task ResolveAsync_NumberWithAnotherUserId_MovesAndMergesNobody()
    {
        CustomerKey former = await Resolve(phone: "16505550101", user: "US.1");
        Tick();

        CustomerKey next = await Resolve(phone: "16505550101", user: "US.2");

        Assert.NotEqual(former, next);
        Assert.Equal(next, await Resolve(phone: "16505550101"));
        Assert.Equal(former, await Resolve(user: "US.1"));
        Assert.Equal(next, await Resolve(user: "US.2"));
        Assert.Empty(_merges);
    }

    [Fact]
    public async Task ResolveAsync_NumberWithAnotherKnownUserId_MovesAndMergesNobody()
    {
        CustomerKey former = await Resolve(phone: "16505550101", user: "US.1");
        CustomerKey next = await Resolve(user: "US.2");
        Tick();

        Assert.Equal(next, await Resolve(phone: "16505550101", user: "US.2"));
        Assert.Equal(next, await Resolve(phone: "16505550101"));
        Assert.Equal(former, await Resolve(user: "US.1"));
        Assert.Empty(_merges);
    }

    [Fact]
    public async Task ResolveAsync_NumberOfSomebodyWhoHasAnother_IsNotMerged()
    {
        CustomerKey customer = await Resolve(phone: "16505550101", user: "US.1");
        CustomerKey stranger = await Resolve(phone: "16505550199");

        Assert.Equal(customer, await Resolve(phone: "16505550199", user: "US.1"));
        Assert.NotEqual(customer, stranger);
        Assert.Equal(customer, await Resolve(phone: "16505550199"));
        Assert.Empty(_merges);
    }

    [Fact]
    public async Task ResolveAsync_OldDeliveryOfTheFormerOwner_TakesTheNumberNotBack()
    {
        CustomerKey former = await Resolve(phone: "16505550101", user: "US.1", time: Noon);
        CustomerKey next = await Resolve(phone: "16505550101", user: "US.2", time: Noon.AddHours(2));

        Assert.Equal(former, await Resolve(phone: "16505550101", user: "US.1", time: Noon.AddHours(1)));
        Assert.Equal(next, await Resolve(phone: "16505550101", time: Noon.AddHours(3)));
        Assert.Equal(former, await Resolve(phone: "16505550101", user: "US.1", time: Noon.AddHours(4)));
        Assert.Equal(former, await Resolve(phone: "16505550101", time: Noon.AddHours(5)));
    }

    [Fact]
    public async Task ResolveAsync_TimeFarAhead_DoesNotHoldTheNumberForever()
    {
        await Resolve(phone: "16505550101", user: "US.1", time: DateTimeOffset.MaxValue);
        Tick();

        CustomerKey next = await Resolve(phone: "16505550101", user: "US.2");

        Assert.Equal(next, await Resolve(phone: "16505550101"));
    }

    [Fact]
    public async Task ResolveAsync_SameParentUserId_IsOneCustomer()
    {
        CustomerKey here = await Resolve(user: "US.1", parent: "US.ENT.9");

        Assert.Equal(here, await Resolve(user: "US.2", parent: "US.ENT.9"));
        Assert.Equal(here, await Resolve(parent: "US.ENT.9"));
        Assert.Equal(here, await Resolve(user: "US.2"));
    }

    [Fact]
    public async Task ResolveAsync_ParentUserIdJoinsTwoWhoWereKnown_MergesThem()
    {
        CustomerKey older = await Resolve(user: "US.1");
        Tick();
        CustomerKey newer = await Resolve(user: "US.2", parent: "US.ENT.9");

        Assert.Equal(older, await Resolve(user: "US.1", parent: "US.ENT.9"));
        Assert.Equal([new CustomersMerged { Survivor = older, Merged = newer }], _merges);
    }

    [Fact]
    public async Task ResolveAsync_IdOfAMergedCustomerThatTookNoPartInTheMerge_IsTheSurvivors()
    {
        CustomerKey older = await Resolve(user: "US.1");
        Tick();
        await Resolve(user: "US.2", parent: "US.ENT.9");
        await Resolve(user: "US.1", parent: "US.ENT.9");

        Assert.Equal(older, await Resolve(user: "US.2"));
    }

    [Fact]
    public async Task ResolveAsync_NumberKnownWithItsParentUserIdThenWithItsUserId_IsOneCustomer()
    {
        CustomerKey key = await Resolve(phone: "16505550101", parent: "US.ENT.1");

        Assert.Equal(key, await Resolve(phone: "16505550101", user: "US.1"));
        Assert.Equal(key, await Resolve(user: "US.1"));
    }

    [Fact]
    public async Task ResolveAsync_NumberKnownWithItsUserIdThenWithItsParentUserId_IsOneCustomer()
    {
        CustomerKey key = await Resolve(phone: "16505550101", user: "US.1");

        Assert.Equal(key, await Resolve(phone: "16505550101", parent: "US.ENT.1"));
        Assert.Equal(key, await Resolve(parent: "US.ENT.1"));
    }

    [Fact]
    public async Task ResolveAsync_NumberWithAnotherParentUserId_MovesAndMergesNobody()
    {
        CustomerKey former = await Resolve(phone: "16505550101", parent: "US.ENT.1");
        Tick();

        CustomerKey next = await Resolve(phone: "16505550101", parent: "US.ENT.2");

        Assert.NotEqual(former, next);
        Assert.Equal(next, await Resolve(phone: "16505550101"));
        Assert.Equal(former, await Resolve(parent: "US.ENT.1"));
        Assert.Empty(_merges);
    }

    [Fact]
    public async Task ResolveAsync_ParentUserIdOfSomebodyElse_MergesNobody()
    {
        CustomerKey one = await Resolve(user: "US.1", parent: "US.ENT.1");
        CustomerKey two = await Resolve(user: "US.2", parent: "US.ENT.2");

        Assert.Equal(one, await Resolve(user: "US.1", parent: "US.ENT.2"));
        Assert.Equal(two, await Resolve(parent: "US.ENT.2"));
        Assert.Empty(_merges);
    }

    [Fact]
    public async Task ResolveAsync_ChangedNumber_IsTheSameCustomer()
    {
        CustomerKey key = await Resolve(phone: "16505550101", user: "US.1");

        Assert.Equal(key, await Resolve(phone: "16505550102", user: "US.2", previous: Ids(phone: "16505550101", user: "US.1")));
        Assert.Equal(key, await Resolve(phone: "16505550102"));
        Assert.Equal(key, await Resolve(user: "US.2"));
        Assert.Equal(key, await Resolve(user: "US.1")); // what comes late
        Assert.Empty(_merges);
    }

    [Fact]
    public async Task ResolveAsync_ChangeThatComesAfterTheNewIds_MergesThem()
    {
        CustomerKey before = await Resolve(phone: "16505550101", user: "US.1", time: Noon);
        Tick();
        CustomerKey after = await Resolve(phone: "16505550102", user: "US.2", time: Noon.AddMinutes(2));

        CustomerKey key = await Resolve(
            phone: "16505550102", user: "US.2", previous: Ids(phone: "16505550101", user: "US.1"), time: Noon.AddMinutes(1));

        Assert.Equal(before, key);
        Assert.Equal([new CustomersMerged { Survivor = before, Merged = after }], _merges);
        Assert.Equal(key, await Resolve(phone: "16505550102", user: "US.2"));
    }

    [Fact]
    public async Task ResolveAsync_ChangedUserId_IsTheSameCustomer()
    {
        CustomerKey key = await Resolve(user: "US.1", parent: "US.ENT.1");

        Assert.Equal(key, await Resolve(user: "US.2", previous: Ids(user: "US.1", parent: "US.ENT.1")));
        Assert.Equal(key, await Resolve(user: "US.2"));
    }

    [Fact]
    public async Task ResolveAsync_ChangeToANumberThatSomebodyElseHad_DoesNotMergeThem()
    {
        CustomerKey former = await Resolve(phone: "16505550102", user: "US.9", time: Noon);
        CustomerKey key = await Resolve(phone: "16505550101", user: "US.1", time: Noon);

        Assert.Equal(key, await Resolve(
            phone: "16505550102", user: "US.2", previous: Ids(phone: "16505550101", user: "US.1"), time: Noon.AddMinutes(1)));
        Assert.Equal(key, await Resolve(phone: "16505550102"));
        Assert.Equal(former, await Resolve(user: "US.9"));
        Assert.Empty(_merges);
    }

    [Fact]
    public async Task ResolveAsync_OldNumberGivenToSomebodyElse_IsSomebodyElse()
    {
        CustomerKey key = await Resolve(phone: "16505550101", user: "US.1", time: Noon);
        await Resolve(phone: "16505550102", user: "US.2", previous: Ids(phone: "16505550101", user: "US.1"), time: Noon.AddMinutes(1));

        CustomerKey next = await Resolve(phone: "16505550101", user: "US.9", time: Noon.AddDays(90));

        Assert.NotEqual(key, next);
        Assert.Equal(next, await Resolve(phone: "16505550101"));
        Assert.Equal(key, await Resolve(user: "US.1"));

        // The change is delivered once more, years late.
        Assert.Equal(key, await Resolve(
            phone: "16505550102", user: "US.2", previous: Ids(phone: "16505550101", user: "US.1"), time: Noon.AddMinutes(1)));
        Assert.Equal(next, await Resolve(phone: "16505550101"));
        Assert.Empty(_merges);
    }

    [Fact]
    public async Task ResolveAsync_ChangeOfNumbersAlone_IsTheSameCustomer()
    {
        CustomerKey before = await Resolve(phone: "16505550101", time: Noon);
        Tick();
        CustomerKey after = await Resolve(phone: "16505550102", time: Noon.AddMinutes(2));

        Assert.Equal(before, await Resolve(phone: "16505550102", previous: Ids(phone: "16505550101"), time: Noon.AddMinutes(1)));
        Assert.Equal([new CustomersMerged { Survivor = before, Merged = after }], _merges);
    }

    [Fact]
    public async Task ResolveAsync_ChangeOfTheNumberInTheMomentItWasFirstSeen_IsTheSameCustomer()
    {
        CustomerKey key = await Resolve(phone: "16505550101", user: "US.1", time: Noon);

        Assert.Equal(key, await Resolve(phone: "16505550102", previous: Ids(phone: "16505550101"), time: Noon));
        Assert.Equal(key, await Resolve(phone: "16505550102"));
    }

    [Fact]
    public async Task ResolveAsync_ChangeToANewUserIdThatNamesOnlyTheFormerNumber_IsTheSameCustomer()
    {
        CustomerKey key = await Resolve(phone: "16505550101", user: "US.1", time: Noon);

        Assert.Equal(key, await Resolve(
            phone: "16505550102", user: "US.2", previous: Ids(phone: "16505550101"), time: Noon.AddMinutes(1)));
        Assert.Equal(key, await Resolve(user: "US.2"));
    }

    [Fact]
    public async Task ResolveAsync_ChangeWhoseFormerNumberBelongsToAnotherUserId_IsSomebodyElse()
    {
        CustomerKey owner = await Resolve(phone: "16505550101", user: "US.9", time: Noon);

        CustomerKey changed = await Resolve(
            phone: "16505550102", user: "US.2", previous: Ids(phone: "16505550101", user: "US.1"), time: Noon.AddMinutes(1));

        Assert.NotEqual(owner, changed);
        Assert.Equal(owner, await Resolve(phone: "16505550101"));
        Assert.Empty(_merges);
    }

    [Fact]
    public async Task ResolveAsync_ChangeOfNumbersAloneBetweenTwoWithUserIds_MergesNobody()
    {
        CustomerKey one = await Resolve(phone: "16505550101", user: "US.1", time: Noon);
        CustomerKey two = await Resolve(phone: "16505550102", user: "US.2", time: Noon);

        Assert.Equal(one, await Resolve(phone: "16505550102", previous: Ids(phone: "16505550101"), time: Noon.AddMinutes(1)));
        Assert.Equal(two, await Resolve(phone: "16505550102"));
        Assert.Empty(_merges);
    }

    [Fact]
    public async Task ResolveAsync_ThreeTurnOutToBeOne_TellsBothMerges()
    {
        CustomerKey first = await Resolve(user: "US.1");
        Tick();
        CustomerKey second = await Resolve(parent: "US.ENT.1");
        Tick();
        CustomerKey third = await Resolve(phone: "16505550101");

        Assert.Equal(first, await Resolve(phone: "16505550101", user: "US.1", parent: "US.ENT.1"));
        Assert.Equal(
            [(first, second), (first, third)],
            _merges.Select(merge => (merge.Survivor, merge.Merged)).OrderBy(merge => merge.Merged.Value, StringComparer.Ordinal));
        Assert.Equal(first, await _identities!.GetCurrentAsync(second, Cancel));
        Assert.Equal(first, await _identities.GetCurrentAsync(third, Cancel));
    }

    [Fact]
    public async Task ResolveAsync_SurvivorIsMergedItself_AllKeysLeadToTheLast()
    {
        CustomerKey oldest = await Resolve(user: "US.0");
        Tick();
        CustomerKey older = await Resolve(user: "US.1");
        Tick();
        CustomerKey newest = await Resolve(phone: "16505550101");
        await Resolve(phone: "16505550101", user: "US.1");

        await Resolve(user: "US.1", previous: Ids(user: "US.0"));

        Assert.Equal(oldest, await _identities!.GetCurrentAsync(newest, Cancel));
        Assert.Equal(oldest, await _identities.GetCurrentAsync(older, Cancel));
        Assert.Equal([(older, newest), (oldest, older)], _merges.Select(merge => (merge.Survivor, merge.Merged)));
    }

    [Fact]
    public async Task ResolveAsync_HandlerOfMergesFails_IsToldAgainWithTheNextEvent()
    {
        CustomerKey older = await Resolve(phone: "16505550101");
        Tick();
        CustomerKey newer = await Resolve(user: "US.1");
        _merges.Failure = new InvalidOperationException("The carts are locked.");

        await Assert.ThrowsAsync<InvalidOperationException>(() => Resolve(phone: "16505550101", user: "US.1"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Resolve(user: "US.1"));
        _merges.Failure = null;
        Assert.Equal(older, await Resolve(user: "US.1"));
        Assert.Equal(older, await Resolve(user: "US.1"));

        Assert.Equal([new CustomersMerged { Survivor = older, Merged = newer }], _merges);
    }

    [Fact]
    public async Task ResolveAsync_MergedOnceMoreBeforeItWasTold_IsToldOfTheLastKey()
    {
        CustomerKey oldest = await Resolve(user: "US.0");
        Tick();
        CustomerKey older = await Resolve(user: "US.1");
        Tick();
        CustomerKey newest = await Resolve(phone: "16505550101");
        _merges.Failure = new InvalidOperationException("The carts are locked.");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Resolve(phone: "16505550101", user: "US.1"));
        _merges.Failure = null;

        await Resolve(user: "US.1", previous: Ids(user: "US.0"));

        Assert.Equal(
            [(oldest, older), (oldest, newest)],
            _merges.Select(merge => (merge.Survivor, merge.Merged)).OrderBy(merge => merge.Merged.Value, StringComparer.Ordinal));
    }

    [Fact]
    public async Task ResolveAsync_AHundredAtOnce_ComeToOneKey()
    {
        await OpenOnceAsync();
        CustomerKey[] keys = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(async () =>
            await (i % 2 == 0 ? _identities! : _other!).ResolveAsync(Ids("16505550101", "US.1", i % 3 == 0 ? "US.ENT.1" : null), Cancel))));

        Assert.Single(keys.Distinct());
        Assert.Empty(_merges);
    }

    [Fact]
    public async Task ResolveAsync_CrossingMergesAtOnce_EndInOneKey()
    {
        await OpenOnceAsync();
        string[] users = [.. Enumerable.Range(0, 12).Select(i => $"US.{i}")];
        List<CustomerKey> made = [];
        foreach (string user in users)
        {
            made.Add(await Resolve(user: user));
            Tick();
        }

        // Each tells that two are one, all in different order, from two instances.
        await Task.WhenAll(Enumerable.Range(0, 11).Select(i => Task.Run(async () =>
            await (i % 2 == 0 ? _identities! : _other!).ResolveAsync(
                Ids(user: users[i % 2 == 0 ? i : i + 1]) with { Previous = Ids(user: users[i % 2 == 0 ? i + 1 : i]) }, Cancel))));

        foreach (CustomerKey key in made)
        {
            Assert.Equal(made[0], await _identities!.GetCurrentAsync(key, Cancel));
        }

        Assert.Superset(made.Skip(1).ToHashSet(), _merges.Select(merge => merge.Merged).ToHashSet());
    }

    [Fact]
    public async Task FindAsync_Unknown_MakesNobody()
    {
        await OpenOnceAsync();

        Assert.Equal(default, await _identities!.FindAsync(Ids(phone: "16505550101"), Cancel));
        Assert.Equal(default, await _identities.FindAsync(Ids(), Cancel));
        CustomerKey key = await Resolve(phone: "16505550101");
        Assert.Equal(key, await _identities.FindAsync(Ids(phone: "+16505550101", user: "US.1"), Cancel));
        Assert.Equal(default, await _identities.FindAsync(Ids(user: "US.1"), Cancel));
    }

    [Fact]
    public async Task FindAsync_IdsOfTwo_TrustsTheUserId()
    {
        await Resolve(phone: "16505550101");
        CustomerKey user = await Resolve(user: "US.1");

        Assert.Equal(user, await _identities!.FindAsync(Ids(phone: "16505550101", user: "US.1"), Cancel));
        Assert.Empty(_merges);
    }

    [Fact]
    public async Task GetCurrentAsync_KeyThatNobodyHas_IsItself()
    {
        await OpenOnceAsync();

        Assert.Equal(new CustomerKey("of yours"), await _identities!.GetCurrentAsync(new("of yours"), Cancel));
        Assert.Equal(default, await _identities.GetCurrentAsync(default, Cancel));
    }

    [Fact]
    public async Task ForgetAsync_Customer_IsNewWhenSeenAgain()
    {
        CustomerKey key = await Resolve(phone: "16505550101", user: "US.1");

        await _identities!.DeleteAsync(key, Cancel);

        Assert.Equal(default, await _identities.FindAsync(Ids(user: "US.1"), Cancel));
        CustomerKey again = await Resolve(phone: "16505550101", user: "US.1");
        Assert.NotEqual(key, again);
    }

    [Fact]
    public async Task DeleteAsync_FormerOwnerOfANumber_LeavesItToTheNextOne()
    {
        CustomerKey former = await Resolve(phone: "16505550101", user: "US.1");
        Tick();
        CustomerKey next = await Resolve(phone: "16505550101", user: "US.2");

        await _identities!.DeleteAsync(former, Cancel);

        Assert.Equal(next, await _identities.FindAsync(Ids(phone: "16505550101"), Cancel));
    }

    [Fact]
    public async Task DeleteAsync_CustomerOfTwoMerges_LeavesNeitherKeyBehind()
    {
        CustomerKey oldest = await Resolve(user: "US.1");
        Tick();
        CustomerKey parent = await Resolve(parent: "US.ENT.1");
        Tick();
        CustomerKey phone = await Resolve(phone: "16505550101");
        await Resolve(user: "US.1", parent: "US.ENT.1");
        await Resolve(user: "US.1", phone: "16505550101");
        Assert.Equal(oldest, await _identities!.GetCurrentAsync(phone, Cancel));

        await _identities.DeleteAsync(oldest, Cancel);

        Assert.Equal(parent, await _identities.GetCurrentAsync(parent, Cancel));
        Assert.Equal(phone, await _identities.GetCurrentAsync(phone, Cancel));
    }

    [Fact]
    public async Task ForgetAsync_KeyThatWasMerged_ForgetsTheCustomer()
    {
        CustomerKey phone = await Resolve(phone: "16505550101");
        CustomerKey user = await Resolve(user: "US.1");
        CustomerKey both = await Resolve(phone: "16505550101", user: "US.1");

        await _identities!.DeleteAsync(both == phone ? user : phone, Cancel);
        await _identities.DeleteAsync(new("nobody"), Cancel);

        Assert.Equal(default, await _identities.FindAsync(Ids("16505550101", "US.1"), Cancel));
    }

    public abstract ValueTask DisposeAsync();

    /// <summary>Opens identities, twice when several instances can share them.</summary>
    protected abstract ValueTask<(ICustomerIdentities Identities, ICustomerIdentities Other)> OpenAsync(ICustomersMergedHandler handler);

    /// <summary>Moves the clock, so that who comes later is younger.</summary>
    protected abstract void Tick();

    private static CustomerIdentity Ids(string? phone = null, string? user = null, string? parent = null) =>
        new() { Scope = "102290129340398", WaId = phone, UserId = user, ParentUserId = parent };

    private async Task OpenOnceAsync()
    {
        if (_identities is null)
        {
            (_identities, _other) = await OpenAsync(_merges);
        }
    }

    private async Task<CustomerKey> Resolve(
        string? phone = null,
        string? user = null,
        string? parent = null,
        string? scope = null,
        CustomerIdentity? previous = null,
        DateTimeOffset? time = null)
    {
        await OpenOnceAsync();
        CustomerIdentity identity = Ids(phone, user, parent) with { Previous = previous, Time = time };
        return await _identities!.ResolveAsync(scope is null ? identity : identity with { Scope = scope }, Cancel);
    }

    private sealed class Merges : ConcurrentQueue<CustomersMerged>, ICustomersMergedHandler
    {
        public Exception? Failure { get; set; }

        public Task HandleAsync(CustomersMerged merged, CancellationToken cancellationToken)
        {
            if (Failure is not null)
            {
                throw Failure;
            }

            Enqueue(merged);
            return Task.CompletedTask;
        }
    }
}
