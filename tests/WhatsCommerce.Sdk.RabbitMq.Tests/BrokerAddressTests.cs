using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.RabbitMq.Tests;

public sealed class BrokerAddressTests
{
    [Fact]
    public void New_Amqps_UsesTlsAndVerifiesTheHost()
    {
        ConnectionFactory factory = Configure("amqps://shop:secret@mq.example.com/orders", _ => { });

        Assert.True(factory.Ssl.Enabled);
        Assert.Equal("mq.example.com", factory.Ssl.ServerName);
        Assert.Equal(System.Net.Security.SslPolicyErrors.None, factory.Ssl.AcceptablePolicyErrors);
        Assert.Equal((5671, "orders", "shop", "secret"), (factory.Endpoint.Port, factory.VirtualHost, factory.UserName, factory.Password));
    }

    [Fact]
    public void New_CredentialsAreApart_TheyCount()
    {
        ConnectionFactory factory = Configure(
            "amqp://mq.example.com", options => (options.UserName, options.Password) = ("shop", "secret"));

        Assert.Equal(("shop", "secret"), (factory.UserName, factory.Password));
        Assert.False(factory.Ssl.Enabled);
    }

    [Fact]
    public void New_RecoveryOfTheClientIsTurnedOn_StaysOff()
    {
        ConnectionFactory? factory = null;
        _ = new BrokerAddress(new()
        {
            ConnectionString = "amqp://mq.example.com",
            ConfigureConnection = given =>
            {
                factory = given;
                given.AutomaticRecoveryEnabled = true;
            },
        });

        Assert.False(factory!.AutomaticRecoveryEnabled);
    }

    [Theory]
    [InlineData("")]
    [InlineData("mq.example.com")]
    [InlineData("https://shop:hunter22@mq.example.com")]
    public void New_NoAddress_Throws(string uri)
    {
        Exception? exception = Record.Exception(() => new RabbitMqDeliveryQueue(new() { ConnectionString = uri }));

        Assert.True(exception is InvalidOperationException or OptionsValidationException, $"{exception}");
        Assert.DoesNotContain("hunter22", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("mq2.example.com:amqp")]
    [InlineData("mq2.example.com:0")]
    [InlineData(":5671")]
    [InlineData("amqp://shop:hunter22@mq2.example.com:5672")]
    public void New_NodeThatIsNone_IsNamedWithoutCredentials(string node)
    {
        RabbitMqOptions options = new() { ConnectionString = "amqp://mq.example.com", Nodes = { "mq1.example.com", node } };

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => new BrokerAddress(options));

        Assert.Equal(
            "RabbitMqOptions.Nodes[1] is not a node. Name its host, such as mq2.example.com, or host and port: mq2.example.com:5671.",
            exception.Message);
    }

    [Fact]
    public void ToString_Options_ShowsNoCredentials()
    {
        RabbitMqOptions options = new()
        {
            ConnectionString = "amqp://shop:hunter22@mq.example.com",
            Password = "hunter22",
            Prefix = "orders",
        };

        Assert.Equal("RabbitMqOptions { orders }", options.ToString());
    }

    private static ConnectionFactory Configure(string uri, Action<RabbitMqOptions> configure)
    {
        ConnectionFactory? factory = null;
        RabbitMqOptions options = new() { ConnectionString = uri, ConfigureConnection = given => factory = given };
        configure(options);
        _ = new BrokerAddress(options);
        return factory!;
    }
}
