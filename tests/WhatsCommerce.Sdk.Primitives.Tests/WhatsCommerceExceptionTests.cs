namespace WhatsCommerce.Tests;

public sealed class WhatsCommerceExceptionTests
{
    [Fact]
    public void Constructor_MessageAndCause_AreKept()
    {
        TimeoutException cause = new();
        WhatsCommerceException exception = new Sample("what happened", cause);

        Assert.Equal("what happened", exception.Message);
        Assert.Same(cause, exception.InnerException);
    }

    private sealed class Sample(string message, Exception cause) : WhatsCommerceException(message, cause);
}
