using System.Net;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>Which addresses a forward connects to.</summary>
public sealed class NetworkGuardTests
{
    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("fe80::1")]
    public void IsAllowed_LinkLocal_Never(string address)
    {
        Assert.False(NetworkGuard.IsAllowed(IPAddress.Parse(address), publicOnly: false));
        Assert.False(NetworkGuard.IsAllowed(IPAddress.Parse(address), publicOnly: true));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::ffff:10.1.2.3")]
    [InlineData("::1")]
    [InlineData("fd00::1")]
    [InlineData("64:ff9b::a01:203")]
    public void IsAllowed_NotPublic_OnlyUnlessPublicOnly(string address)
    {
        Assert.True(NetworkGuard.IsAllowed(IPAddress.Parse(address), publicOnly: false));
        Assert.False(NetworkGuard.IsAllowed(IPAddress.Parse(address), publicOnly: true));
    }

    [Theory]
    [InlineData("157.240.1.1")]
    [InlineData("172.32.0.1")]
    [InlineData("2a03:2880:f101::1")]
    public void IsAllowed_Public_Always(string address) => Assert.True(NetworkGuard.IsAllowed(IPAddress.Parse(address), publicOnly: true));

    [Fact]
    public async Task ConnectAsync_NameOfThisMachineAndPublicOnly_Throws() => await Assert.ThrowsAsync<ForbiddenAddressException>(
        async () =>
            await NetworkGuard.ConnectAsync(new DnsEndPoint("localhost", 443), publicOnly: true, TestContext.Current.CancellationToken));
}
