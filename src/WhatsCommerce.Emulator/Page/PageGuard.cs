namespace WhatsCommerce.Emulator;

/// <summary>
/// Prevents other pages in the same browser from reading or controlling the emulator (CSRF): the rules of the API apply
/// (<see cref="ForeignPages"/>), and a request that changes something must be JSON, which a form of another site cannot send.
/// </summary>
internal sealed class PageGuard(CloudApiEmulatorOptions options)
{
    private readonly ForeignPages _foreign = new(options);

    /// <summary>Returns why the request is refused; <see langword="null"/> when it is allowed.</summary>
    public string? Refuse(HttpRequest request) =>
        _foreign.Refuse(request)
        ?? (HttpMethods.IsPost(request.Method) && !request.HasJsonContentType()
            ? "A request that changes something must be JSON (Content-Type: application/json)."
            : null);
}
