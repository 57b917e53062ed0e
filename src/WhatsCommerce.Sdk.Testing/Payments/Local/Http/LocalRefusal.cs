namespace WhatsCommerce.Testing;

/// <summary>A local provider refuses a request, with an error in its own format. It never leaves the provider.</summary>
internal abstract class LocalRefusal(string message) : Exception(message)
{
    public abstract LocalResponse ToResponse();
}
