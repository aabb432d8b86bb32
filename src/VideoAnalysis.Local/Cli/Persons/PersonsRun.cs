using System.Globalization;
using VideoAnalysis.Analyses.Persons;
using VideoAnalysis.Local.Cli.Arguments;
using VideoAnalysis.Local.Cli.Client;
using VideoAnalysis.Local.Cli.Remote;
using VideoAnalysis.Local.Cli.Running;

namespace VideoAnalysis.Local.Cli.Persons;

/// <summary>One run of <c>persons</c>.</summary>
/// <param name="api">The API.</param>
/// <param name="output">Where the table goes, and what was done.</param>
/// <param name="error">Where is told what could not be done.</param>
/// <param name="question">Asks before somebody is forgotten; null when that is not wanted.</param>
internal sealed class PersonsRun(ApiClient api, TextWriter output, TextWriter error, Question? question)
{
    /// <summary>Lists the known persons.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> ListAsync(CancellationToken cancellationToken)
    {
        var answer = await api.GetAsync("persons", cancellationToken);
        var persons = answer.Read(PersonsJson.Default.PersonsAnswer).Persons;
        if (persons.Count == 0)
        {
            await error.WriteLineAsync("Nobody is known.");
            return ExitCodes.Success;
        }

        await output.WriteLineAsync("FACES NAME");
        foreach (var person in persons)
        {
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{person.Faces,5:N0} {Printable.Line(person.Name)}"));
        }

        return ExitCodes.Success;
    }

    /// <summary>Makes faces of a person known.</summary>
    /// <param name="name">The name.</param>
    /// <param name="pictures">A face each.</param>
    /// <param name="cancellationToken">Gives up; what is known already stays known.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> AddAsync(string name, IReadOnlyList<FileInfo> pictures, CancellationToken cancellationToken)
    {
        var address = AddressOf(name, "/faces");
        var code = ExitCodes.Success;
        foreach (var picture in pictures)
        {
            var bytes = await File.ReadAllBytesAsync(picture.FullName, cancellationToken);
            try
            {
                await api.PostAsync(address, bytes, cancellationToken, TypeOf(picture, bytes));
                await output.WriteLineAsync(
                    $"{Printable.Line(picture.Name)}: a face of {Printable.Line(name.Trim())} is known now");
            }
            catch (ApiException e) when (e.IsUnusablePicture)
            {
                // The others are still to be added.
                await error.WriteLineAsync($"{Printable.Line(picture.Name)}: {e.Message}");
                code = ExitCodes.Failure;
            }
        }

        return code;
    }

    /// <summary>Forgets a person.</summary>
    /// <param name="name">The name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> ForgetAsync(string name, CancellationToken cancellationToken)
    {
        var address = AddressOf(name, "");
        var shown = Printable.Line(name.Trim());
        if (question is not null && !await question.AskAsync($"Forget {shown}, with every face?", cancellationToken))
        {
            await error.WriteLineAsync("Nobody was forgotten.");
            return ExitCodes.Failure;
        }

        await api.DeleteAsync(address, cancellationToken);
        await output.WriteLineAsync($"{shown}: forgotten");
        return ExitCodes.Success;
    }

    /// <summary>Where a person is, below an API's endpoint. The query carries every name.</summary>
    /// <exception cref="UsageException">The text cannot be a name.</exception>
    private static string AddressOf(string text, string below)
    {
        var name = PersonName.TryParse(text)
            ?? throw new UsageException(
                $"\"{Printable.Line(text)}\" cannot be a name. It has to be {PersonName.Rule}.");
        return name.Value != "-" && name.Value.All(character => char.IsAsciiLetterOrDigit(character))
            ? $"persons/{name.Value}{below}"
            : $"persons/-{below}?name={Uri.EscapeDataString(name.Value)}";
    }

    private static string TypeOf(FileInfo picture, ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
        _ => throw new UsageException($"{Printable.Line(picture.Name)} is neither a JPEG nor a PNG."),
    };
}
