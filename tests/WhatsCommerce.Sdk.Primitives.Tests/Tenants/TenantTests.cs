namespace WhatsCommerce.Tests.Tenants;

/// <summary>What belongs to a tenant, and until when its secrets are accepted.</summary>
public sealed class TenantTests
{
    private static readonly PhoneNumberId Number = new("106540352242922");
    private static readonly BusinessAccountId Account = new("102290129340398");

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void Constructor_IdAtTheLimit_IsTaken(int length, bool isTaken)
    {
        string id = new('t', length);

        if (isTaken)
        {
            Assert.Equal(id, new WhatsCommerceTenant(id).Id);
        }
        else
        {
            Assert.Contains(
                "at most 128", Assert.Throws<ArgumentException>(() => new WhatsCommerceTenant(id)).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Constructor_BlankId_Throws(string id) => Assert.Throws<ArgumentException>(() => new WhatsCommerceTenant(id));

    [Fact]
    public void Owns_WhatIsListed_IsTheTenants()
    {
        WhatsCommerceTenant tenant = new("fruit") { PhoneNumberIds = [Number], BusinessAccountIds = [Account] };

        Assert.True(tenant.Owns(new() { PhoneNumberId = Number }));
        Assert.True(tenant.Owns(new() { BusinessAccountId = Account }));
        Assert.True(tenant.Owns(new() { PhoneNumberId = Number, BusinessAccountId = Account }));
    }

    [Fact]
    public void Owns_OneOfTwoIsNotListed_IsFalse()
    {
        WhatsCommerceTenant tenant = new("fruit") { PhoneNumberIds = [Number], BusinessAccountIds = [Account] };

        Assert.False(tenant.Owns(new() { PhoneNumberId = new("1"), BusinessAccountId = Account }));
        Assert.False(tenant.Owns(new() { PhoneNumberId = Number, BusinessAccountId = new("1") }));
        Assert.False(tenant.Owns(new() { PhoneNumberId = new("1") }));
        Assert.False(tenant.Owns(new() { BusinessAccountId = new("1") }));
    }

    [Fact]
    public void Owns_EmptyLists_LeaveItToTheDirectory()
    {
        WhatsCommerceTenant tenant = new("fruit");

        Assert.True(tenant.Owns(new() { PhoneNumberId = Number }));
        Assert.True(tenant.Owns(new() { BusinessAccountId = Account }));
    }

    [Fact]
    public void Owns_RouteThatNamesNothing_IsFalse() => Assert.False(new WhatsCommerceTenant("fruit").Owns(new()));

    [Fact]
    public void Owns_NoRoute_Throws() => Assert.Throws<ArgumentNullException>(() => new WhatsCommerceTenant("fruit").Owns(null!));

    [Fact]
    public void ToString_TenantWithSecrets_IsTheIdAlone() => Assert.Equal(
        "tenant 'fruit'", new WhatsCommerceTenant("fruit") { AccessToken = "EAAsecret", AppSecrets = ["a secret"] }.ToString());

    [Fact]
    public void IsValidAt_Secret_EndsAtItsTime()
    {
        DateTimeOffset end = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);
        TenantSecret secret = new("a secret", end);

        Assert.True(secret.IsValidAt(end.AddTicks(-1)));
        Assert.False(secret.IsValidAt(end));
        Assert.True(((TenantSecret)"a secret").IsValidAt(DateTimeOffset.MaxValue));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Constructor_BlankSecret_Throws(string value) => Assert.Throws<ArgumentException>(() => new TenantSecret(value));

    [Fact]
    public void ToString_Secret_TellsItsEndAlone()
    {
        Assert.Equal("secret without an end", new TenantSecret("a word").ToString());
        Assert.Equal(
            "secret until 2026-11-20 10:00:00Z",
            new TenantSecret("a word", new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero)).ToString());
    }

    [Fact]
    public void Set_WithAndWithoutARoute_NamesWhatTheScopeWorksFor()
    {
        CurrentTenant current = new();
        Assert.Equal("no tenant", current.ToString());
        WhatsCommerceTenant tenant = new("fruit");

        current.Set(tenant, new() { PhoneNumberId = Number, BusinessAccountId = Account });
        Assert.Equal((tenant, Number, Account), (current.Tenant, current.PhoneNumberId, current.BusinessAccountId));
        Assert.Equal("tenant 'fruit'", current.ToString());

        current.Set(tenant);
        Assert.Equal((default(PhoneNumberId), default(BusinessAccountId)), (current.PhoneNumberId, current.BusinessAccountId));
    }

    [Fact]
    public void Set_NoTenant_Throws() => Assert.Throws<ArgumentNullException>(() => new CurrentTenant().Set(null!));
}
