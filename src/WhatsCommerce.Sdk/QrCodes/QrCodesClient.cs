namespace WhatsCommerce.QrCodes;

/// <summary>
/// Manages QR codes and short links that open a chat with this client's number, with a prefilled text. Available as
/// <see cref="WhatsCommerceClient.QrCodes"/>.
/// </summary>
/// <remarks>Source: Meta, whatsapp/qr-codes, and its OpenAPI v23.0, <c>message_qrdls</c>.</remarks>
public class QrCodesClient
{
    private const string Fields = "code,prefilled_message,deep_link_url";

    private static readonly GraphOperation Creation = new("create_qr_code", ResponseReader.Of(QrCodesJson.Default.QrCode))
    {
        IsSentOnce = true,
        IfUnknown =
            "Whether the QR code exists is not known; the request was not retried. Look for its text in the list before you make it "
            + "again.",
    };

    private readonly GraphTransport _transport = null!;

    private IQrCodeApi Api => field ??= GraphApi.Create<IQrCodeApi>(_transport, QrCodesJson.Default);

    private PhoneNumberId Number => _transport.Account.RequirePhoneNumberId();

    internal QrCodesClient(GraphTransport transport) => _transport = transport;

    /// <summary>Initializes a test double that overrides the methods.</summary>
    protected QrCodesClient() { }

    /// <summary>Lists the QR codes, the newest first.</summary>
    /// <param name="image">The format of the pictures; none by default.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public virtual Paged<QrCode> ListAsync(QrImageFormat image = default, CancellationToken cancellationToken = default) =>
        _transport.List((limit, after, token) => Api.List(Number, FieldsWith(image), limit, after, token), cancellationToken);

    /// <summary>Gets a QR code.</summary>
    /// <param name="code">The code of the QR code.</param>
    /// <param name="image">The format of the picture; none by default.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The QR code; <see langword="null"/> when there is none with this code.</returns>
    /// <exception cref="ArgumentException">The code is malformed; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<QrCode?> FindAsync(
        string code, QrImageFormat image = default, CancellationToken cancellationToken = default)
    {
        DataResponse<QrCode> response = await Api.Get(Number, Checked(code), FieldsWith(image), cancellationToken).ConfigureAwait(false);
        return response.Data is [QrCode first, ..] ? first : null;
    }

    /// <summary>Creates a QR code. Never retried when the outcome is unknown, because a second one would be created.</summary>
    /// <param name="prefilledMessage">The text in the customer's chat: at most 140 characters.</param>
    /// <param name="image">The format of the picture; none by default.</param>
    /// <param name="cancellationToken">Cancels the call. Once it is under way, its response is awaited for up to five seconds.</param>
    /// <returns>The QR code with its link, and with the URL of its picture if one was requested.</returns>
    /// <exception cref="WhatsCommerceValidationException">The text violates a rule; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    /// <exception cref="OutcomeUnknownException">The QR code may or may not exist.</exception>
    public virtual async Task<QrCode> CreateAsync(
        string prefilledMessage, QrImageFormat image = default, CancellationToken cancellationToken = default)
    {
        QrCodeBody body = new(prefilledMessage) { ImageFormat = image.Value };
        body.Check();
        GraphAccount account = _transport.Account;
        GraphCall call = new()
        {
            Operation = Creation,
            Account = account,
            Method = HttpMethod.Post,
            Path = $"{account.RequirePhoneNumberId()}/message_qrdls",
            Body = JsonSerializer.SerializeToUtf8Bytes(body, QrCodesJson.Default.QrCodeBody),
        };
        return await _transport.CallAsync<QrCode>(call, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes the text of a QR code; printed codes stay valid.</summary>
    /// <param name="code">The code of the QR code.</param>
    /// <param name="prefilledMessage">The text in the customer's chat: at most 140 characters.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The changed QR code.</returns>
    /// <exception cref="ArgumentException">The code is malformed; nothing was sent.</exception>
    /// <exception cref="WhatsCommerceValidationException">The text violates a rule; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<QrCode> UpdateAsync(string code, string prefilledMessage, CancellationToken cancellationToken = default)
    {
        QrCodeBody body = new(prefilledMessage) { Code = Checked(code) };
        body.Check();
        return await Api.Update(Number, body, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes a QR code: printed codes no longer open a chat.</summary>
    /// <param name="code">The code of the QR code.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The code is malformed; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task DeleteAsync(string code, CancellationToken cancellationToken = default) =>
        await Api.Delete(Number, Checked(code), cancellationToken).ConfigureAwait(false);

    private static string FieldsWith(QrImageFormat image) => image.HasValue ? $"{Fields},qr_image_url.format({image})" : Fields;

    private static string Checked(string code)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        return code.All(char.IsAsciiLetterOrDigit)
            ? code
            : throw new ArgumentException("The code of a QR code has letters and digits only.", nameof(code));
    }
}
