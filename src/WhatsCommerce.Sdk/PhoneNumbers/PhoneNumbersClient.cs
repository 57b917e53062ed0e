using WhatsCommerce.Http;
using WhatsCommerce.Validation;

namespace WhatsCommerce.PhoneNumbers;

/// <summary>
/// The business's own numbers, and the profile that customers see. Reached as <see cref="WhatsCommerceClient.PhoneNumbers"/>.
/// </summary>
public class PhoneNumbersClient
{
    private const string ProfileFields = "about,address,description,email,profile_picture_url,websites,vertical";

    private readonly GraphTransport _transport = null!;

    private IPhoneNumberApi Api => field ??= GraphApi.Create<IPhoneNumberApi>(_transport, PhoneNumbersJson.Default);

    private PhoneNumberId Number => _transport.Account.RequirePhoneNumberId();

    internal PhoneNumbersClient(GraphTransport transport) => _transport = transport;

    /// <summary>Initializes a test double that overrides the methods.</summary>
    protected PhoneNumbersClient()
    {
    }

    /// <summary>Lists the numbers of this client's WhatsApp Business account.</summary>
    /// <param name="cancellationToken">Cancels reading the list.</param>
    public virtual Paged<BusinessPhoneNumber> ListAsync(CancellationToken cancellationToken = default) =>
        _transport.List(
            (limit, after, token) =>
                Api.List(_transport.Account.RequireBusinessAccountId(), BusinessPhoneNumber.Fields, limit, after, token),
            cancellationToken);

    /// <summary>Reads how this client's number stands: its quality, its verified name, its limits.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual Task<BusinessPhoneNumber> GetAsync(CancellationToken cancellationToken = default) =>
        Api.Get(Number, BusinessPhoneNumber.Fields, cancellationToken);

    /// <summary>Asks for another display name, which Meta reviews before it shows it.</summary>
    /// <param name="displayName">From 2 to 75 characters.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="WhatsCommerceValidationException">The name breaks a rule; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task RequestDisplayNameAsync(string displayName, CancellationToken cancellationToken = default)
    {
        Violations violations = new();
        violations.RequireText(
            "new_display_name",
            displayName,
            PhoneNumberLimits.DisplayNameLength,
            "The display name",
            PhoneNumberLimits.MinDisplayNameLength);
        violations.ThrowIfAny("The display name was not sent");
        await Api.SetDisplayName(Number, new DisplayNameBody(displayName), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the profile that customers see.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<BusinessProfile> GetProfileAsync(CancellationToken cancellationToken = default)
    {
        DataAnswer<BusinessProfileAnswer> answer = await Api.GetProfile(Number, ProfileFields, cancellationToken).ConfigureAwait(false);
        return answer.Data is [BusinessProfileAnswer first, ..] ? first.ToProfile() : new BusinessProfile();
    }

    /// <summary>Changes the profile that customers see.</summary>
    /// <param name="update">What is changed; what is not set stays as it is.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="WhatsCommerceValidationException">It breaks rules; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task UpdateProfileAsync(BusinessProfileUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        update.Check();
        await Api.SetProfile(Number, update, cancellationToken).ConfigureAwait(false);
    }
}
